using System.Globalization;
using Npgsql;

namespace EmbeddedPostgres.Tests;

public sealed class A_new_cluster : ClusterFolderFixture
{
    [Fact]
    public async Task keeps_what_was_written_when_it_is_stopped_and_started_again()
    {
        await using (var cluster = await StartAsync())
            await ExecuteAsync(cluster.ConnectionString("postgres"), "create table kept as select 42 as answer");

        await using var again = await StartAsync();

        (await QueryAsync<int>(again.ConnectionString("postgres"), "select answer from kept")).ShouldBe(42);
        Said.Count(sentence => sentence.StartsWith("Making a database cluster", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task is_durable_speaks_UTF8_and_sorts_the_same_on_every_machine()
    {
        await using var cluster = await StartAsync();
        var postgres = cluster.ConnectionString("postgres");

        (await QueryAsync<string>(postgres, "show fsync")).ShouldBe("on");
        (await QueryAsync<string>(postgres, "show server_encoding")).ShouldBe("UTF8");
        (await QueryAsync<string>(postgres, "select datcollate from pg_database where datname = 'template1'")).ShouldBe("C");
        (await QueryAsync<string>(postgres, "select upper('é')")).ShouldBe("É");
        (await QueryAsync<string>(postgres, "show timezone")).ShouldBe("UTC");
        (await QueryAsync<string>(postgres, "show data_checksums")).ShouldBe("on");
    }

    [Fact]
    public async Task is_reached_through_a_socket_in_a_closed_folder_and_not_over_the_network()
    {
        await using var cluster = await StartAsync();
        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres"));

        (await QueryAsync<string>(connection.ConnectionString, "show listen_addresses")).ShouldBe("");
        File.GetUnixFileMode(connection.Host!).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        connection.Password.ShouldBeNull();
    }

    [Fact]
    public async Task given_a_port_listens_on_loopback_too_and_asks_for_the_password_there()
    {
        var port = FreePort();
        await using var cluster = await StartAsync(port: port);
        var overTcp = new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres", Database = "postgres" };

        (await QueryAsync<string>(cluster.ConnectionString("postgres"), "show listen_addresses")).ShouldBe("127.0.0.1");
        (await Should.ThrowAsync<NpgsqlException>(() => QueryAsync<int>(overTcp.ConnectionString, "select 1"))).Message.ShouldContain("password");
        overTcp.Password = await File.ReadAllTextAsync(Path.Combine(cluster.Directory, "password"));
        (await QueryAsync<int>(overTcp.ConnectionString, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task makes_a_database_once_whoever_asks_and_whatever_its_name()
    {
        await using var cluster = await StartAsync();
        const string name = "it's \"odd\"";

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => cluster.EnsureDatabaseAsync(name)));
        await cluster.EnsureDatabaseAsync(name);

        (await QueryAsync<string>(cluster.ConnectionString(name), "select current_database()::text")).ShouldBe(name);
    }

    [Fact]
    public async Task stands_in_a_session_of_its_own_so_that_the_terminals_interrupt_does_not_reach_it()
    {
        await using var cluster = await StartAsync();

        SessionOf(cluster.ServerProcessId!.Value).ShouldBe(cluster.ServerProcessId.Value);
        SessionOf(cluster.ServerProcessId.Value).ShouldNotBe(SessionOf(Environment.ProcessId));
    }

    [Fact]
    public async Task below_a_path_too_long_for_a_socket_puts_its_socket_elsewhere()
    {
        var deep = Path.Combine(Top, new string('d', 120), "cluster");
        await using var cluster = await StartAsync(folder: deep);
        var socketFolder = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")).Host!;

        (await QueryAsync<string>(cluster.ConnectionString("postgres"), "show data_directory")).ShouldBe(Path.Combine(deep, "data"));
        socketFolder.ShouldNotStartWith(Top);
        File.GetUnixFileMode(socketFolder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        await cluster.StopAsync();
        Directory.Delete(socketFolder);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>In /proc/N/stat the session is the fourth number after the program's name, which stands in parentheses.</summary>
    private static int SessionOf(int process)
    {
        var stat = File.ReadAllText($"/proc/{process}/stat");
        return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3], CultureInfo.InvariantCulture);
    }
}
