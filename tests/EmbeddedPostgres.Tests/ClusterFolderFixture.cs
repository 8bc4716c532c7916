using System.Diagnostics;
using Npgsql;

namespace EmbeddedPostgres.Tests;

/// <summary>A folder for one test's cluster. At the end whatever server still runs in it is stopped and the folder removed.</summary>
public abstract class ClusterFolderFixture : IAsyncLifetime
{
    protected ClusterFolderFixture()
    {
        Top = Directory.CreateTempSubdirectory("embedded-postgres-test-").FullName;
        File.SetUnixFileMode(Top, (UnixFileMode)Convert.ToInt32("755", 8));
        Folder = Path.Combine(Top, "cluster");
    }

    protected string Top { get; }

    protected string Folder { get; }

    protected List<string> Said { get; } = [];

    protected string DataFolder => Path.Combine(Folder, "data");

    protected Task<PostgresCluster> StartAsync(IReadOnlyDictionary<string, string>? settings = null, int? port = null, string? folder = null) =>
        PostgresCluster.StartAsync(new PostgresClusterOptions
        {
            DataDirectory = folder ?? Folder,
            Settings = settings ?? new Dictionary<string, string>(),
            Port = port,
            Log = Said.Add,
        });

    protected static async Task<T> QueryAsync<T>(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    protected static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (Directory.Exists(DataFolder) && Postmaster.Find(DataFolder) is not null)
            await (await StartAsync()).StopAsync();
        Directory.Delete(Top, recursive: true);
    }
}
