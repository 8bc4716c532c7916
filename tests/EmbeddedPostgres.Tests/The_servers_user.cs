using System.Diagnostics;

namespace EmbeddedPostgres.Tests;

public sealed class The_servers_user : ClusterFolderFixture
{
    [RootFact]
    public async Task is_never_root()
    {
        await using var cluster = await StartAsync();

        (await OwnerAsync($"/proc/{cluster.ServerProcessId}")).ShouldNotBe("root");
        (await OwnerAsync(DataFolder)).ShouldBe(await OwnerAsync($"/proc/{cluster.ServerProcessId}"));
    }

    [RootFact]
    public async Task who_cannot_reach_the_folder_gets_one_elsewhere_always_the_same()
    {
        File.SetUnixFileMode(Top, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using (var cluster = await StartAsync())
            await ExecuteAsync(cluster.ConnectionString("postgres"), "create table kept as select 42 as answer");

        await using var again = await StartAsync();

        again.Directory.ShouldStartWith("/var/lib/embedded-postgres/");
        Said[0].ShouldContain("cannot reach");
        Said[0].ShouldContain(again.Directory);
        (await QueryAsync<int>(again.ConnectionString("postgres"), "select answer from kept")).ShouldBe(42);

        await again.StopAsync();
        Directory.Delete(again.Directory, recursive: true);
    }

    [RootFact]
    public async Task is_the_caller_when_the_caller_is_not_root()
    {
        // The tests' own folder may lie where nobody else can go.
        var program = Path.Combine(Top, "program");
        await RunAsync("cp", "-r", AppContext.BaseDirectory, program);
        Directory.CreateDirectory(Path.Combine(Top, "home"));
        await RunAsync("chown", "nobody:", Path.Combine(Top, "home"));
        var folder = Path.Combine(Top, "home", "cluster");

        using var host = await HostProcess.StartAsync(folder, Path.Combine(program, "EmbeddedPostgres.Tests.dll"),
            "env", $"TMPDIR={Path.Combine(Top, "home")}", "setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--");

        (await OwnerAsync($"/proc/{host.ServerProcessId}")).ShouldBe("nobody");
        (await host.EndAsync()).ShouldBe(0);

        // Root takes over data that another user made, as that user.
        await using var cluster = await StartAsync(folder: folder);
        (await OwnerAsync($"/proc/{cluster.ServerProcessId}")).ShouldBe("nobody");
    }

    private static async Task<string> OwnerAsync(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%U", path]) { RedirectStandardOutput = true })!;
        return (await stat.StandardOutput.ReadToEndAsync()).Trim();
    }
}
