using System.Diagnostics;
using Npgsql;

namespace EmbeddedPostgres.Tests;

public sealed class After_a_crash : ClusterFolderFixture
{
    [Fact]
    public async Task of_the_host_the_next_one_goes_on_with_the_server_that_still_runs()
    {
        using var killed = await HostProcess.StartAsync(Folder);
        await ExecuteAsync(killed.ConnectionString, "create table kept as select 42 as answer");
        await killed.KillAsync();

        await using var cluster = await StartAsync();

        cluster.ServerProcessId.ShouldBe(killed.ServerProcessId);
        (await QueryAsync<int>(cluster.ConnectionString("postgres"), "select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task of_host_and_server_what_was_committed_is_still_there()
    {
        using var killed = await HostProcess.StartAsync(Folder);
        await ExecuteAsync(killed.ConnectionString, "create table kept as select 42 as answer");
        await killed.KillAsync();
        await RunAsync("kill", "-KILL", $"{killed.ServerProcessId}");

        await using var cluster = await StartAsync();

        cluster.ServerProcessId.ShouldNotBe(killed.ServerProcessId);
        (await QueryAsync<int>(cluster.ConnectionString("postgres"), "select answer from kept")).ShouldBe(42);
    }

    [Fact]
    public async Task of_the_server_its_sessions_that_still_compute_do_not_stand_in_the_way()
    {
        var cluster = await StartAsync();
        await using var connection = new NpgsqlConnection(cluster.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var endless = new NpgsqlCommand("select count(*) from generate_series(1, 100000000) a, generate_series(1, 100000000) b", connection) { CommandTimeout = 0 };
        var computing = endless.ExecuteScalarAsync();
        await RunAsync("kill", "-KILL", $"{cluster.ServerProcessId}");
        cluster.LeaveRunning();

        await using var again = await StartAsync();

        (await QueryAsync<int>(again.ConnectionString("postgres"), "select 1")).ShouldBe(1);
        await Should.ThrowAsync<NpgsqlException>(() => computing);
    }

    [Fact]
    public async Task the_servers_old_number_may_belong_to_another_program_by_now()
    {
        var cluster = await StartAsync();
        var pidFile = Postmaster.PidFile(DataFolder);
        var left = await File.ReadAllLinesAsync(pidFile);
        await cluster.StopAsync();
        using var another = StartAsServersUser("sleep", "600");
        left[0] = $"{another.Id}";
        await File.WriteAllLinesAsync(pidFile, left);

        await using var again = await StartAsync();

        again.ServerProcessId.ShouldNotBe(another.Id);
        (await QueryAsync<int>(again.ConnectionString("postgres"), "select 1")).ShouldBe(1);
        another.HasExited.ShouldBeFalse();
        another.Kill();
    }

    [Fact]
    public async Task while_the_cluster_was_being_made_it_is_made_from_the_beginning()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "making-123", "base"));
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "-R", "postgres:", Folder);

        await using var cluster = await StartAsync();

        (await QueryAsync<int>(cluster.ConnectionString("postgres"), "select 1")).ShouldBe(1);
        Directory.GetDirectories(Folder, "making-*").ShouldBeEmpty();
    }

    private static Process StartAsServersUser(params string[] command)
    {
        string[] stepDown = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : [];
        string[] all = [.. stepDown, .. command];
        return Process.Start(all[0], all[1..]);
    }
}
