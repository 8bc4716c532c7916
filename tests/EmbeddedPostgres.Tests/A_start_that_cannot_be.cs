namespace EmbeddedPostgres.Tests;

public sealed class A_start_that_cannot_be : ClusterFolderFixture
{
    [Fact]
    public async Task because_another_process_runs_the_cluster_names_that_process()
    {
        using var other = await HostProcess.StartAsync(Folder);

        var refusal = await Should.ThrowAsync<DataDirectoryInUseException>(() => StartAsync());

        refusal.Code.ShouldBe("DATA_DIRECTORY_IN_USE");
        refusal.Message.ShouldContain($"process {other.ProcessId}");
        refusal.Message.ShouldContain(Folder);
        (await QueryAsync<int>(other.ConnectionString, "select 1")).ShouldBe(1);
        (await other.EndAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("9.6")]
    [InlineData("99")]
    public async Task because_another_version_made_the_data_says_which_to_install(string version)
    {
        Directory.CreateDirectory(DataFolder);
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "PG_VERSION"), version + "\n");
        if (Environment.IsPrivilegedProcess)
            await RunAsync("chown", "-R", "postgres:", Folder);

        var refusal = await Should.ThrowAsync<DataDirectoryVersionException>(() => StartAsync());

        refusal.Code.ShouldBe("DATA_DIRECTORY_VERSION");
        refusal.MadeBy.ShouldBe(version);
        refusal.Message.ShouldContain($"Install PostgreSQL {version}");
    }

    [Fact]
    public async Task because_of_a_setting_gives_PostgreSQLs_own_words_and_can_be_repaired()
    {
        var refusal = await Should.ThrowAsync<PostgresClusterException>(() => StartAsync(new Dictionary<string, string> { ["shared_buffers"] = "a lot" }));

        refusal.Code.ShouldBe("POSTGRES_START_FAILED");
        refusal.Message.ShouldContain("shared_buffers");

        await using var repaired = await StartAsync();
        (await QueryAsync<int>(repaired.ConnectionString("postgres"), "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task because_of_a_setting_that_the_cluster_decides_itself_says_so()
    {
        var refusal = await Should.ThrowAsync<PostgresClusterException>(() => StartAsync(new Dictionary<string, string> { ["listen_addresses"] = "*" }));

        refusal.Code.ShouldBe("RESERVED_SETTING");
        refusal.Message.ShouldContain("listen_addresses");
    }

    [RootFact]
    public async Task because_the_folder_belongs_to_another_user_names_both()
    {
        Directory.CreateDirectory(Folder);
        await RunAsync("chown", "nobody:", Folder);

        var refusal = await Should.ThrowAsync<PostgresClusterException>(() => StartAsync());

        refusal.Code.ShouldBe("DATA_DIRECTORY_OWNER");
        refusal.Message.ShouldContain("nobody");
    }
}
