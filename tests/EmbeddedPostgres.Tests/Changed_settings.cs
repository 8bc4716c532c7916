namespace EmbeddedPostgres.Tests;

public sealed class Changed_settings : ClusterFolderFixture
{
    [Fact]
    public async Task take_effect_even_on_a_server_that_was_left_running()
    {
        var cluster = await StartAsync(new Dictionary<string, string> { ["max_connections"] = "20" });
        (await QueryAsync<string>(cluster.ConnectionString("postgres"), "show max_connections")).ShouldBe("20");
        cluster.LeaveRunning();

        await using var again = await StartAsync(new Dictionary<string, string> { ["max_connections"] = "30" });

        (await QueryAsync<string>(again.ConnectionString("postgres"), "show max_connections")).ShouldBe("30");
    }

    [Fact]
    public async Task that_are_the_same_leave_the_running_server_alone()
    {
        var cluster = await StartAsync();
        var server = cluster.ServerProcessId;
        cluster.LeaveRunning();

        await using var again = await StartAsync();

        again.ServerProcessId.ShouldBe(server);
    }
}
