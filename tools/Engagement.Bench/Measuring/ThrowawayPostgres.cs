using EmbeddedPostgres;
using Npgsql;

namespace Engagement.Bench.Measuring;

/// <summary>A PostgreSQL cluster that exists for one run: its own settings, its own data, and nothing left behind.</summary>
internal sealed class ThrowawayPostgres : IAsyncDisposable
{
    // Durable, and with the quarter of the memory that PostgreSQL's manual asks for: with its small default, a long log is read from the system's
    // cache, a call for each page, and what gets slower with its length is that.
    private static readonly Dictionary<string, string> Settings = new()
    {
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",
        ["full_page_writes"] = "on",
        ["shared_buffers"] = $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / (1024 * 1024)}MB",
    };

    private readonly PostgresCluster _cluster;
    private readonly string _folder;

    private ThrowawayPostgres(PostgresCluster cluster, string folder) => (_cluster, _folder) = (cluster, folder);

    public string AdministrationConnectionString => _cluster.ConnectionString("postgres");

    public static async Task<ThrowawayPostgres> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Folder();
        var cluster = await PostgresCluster.StartAsync(new PostgresClusterOptions { DataDirectory = folder, Settings = Settings }, cancellationToken);
        return new ThrowawayPostgres(cluster, folder);
    }

    /// <summary>The processor time used so far, by this process and by the server.</summary>
    public CpuTimes CpuTimes() => new(Environment.CpuUsage.TotalTime, ServerProcesses.CpuTime(_cluster.ServerProcessId ?? throw new BenchmarkException("The database server has gone.")));

    /// <exception cref="BenchmarkException">There is less room where the database's files are.</exception>
    public void AssertFreeSpace(long bytes, string what)
    {
        var free = new DriveInfo(_cluster.Directory).AvailableFreeSpace;
        if (free < bytes)
            throw new BenchmarkException($"{what} needs {bytes / 1e9:0.0} GB, but where the throwaway database is ({_cluster.Directory}) {free / 1e9:0.0} GB are free. Make room, or run with --quick.");
    }

    /// <summary>An empty database, whatever an earlier run that was killed left behind.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await _cluster.EnsureDatabaseAsync(name, cancellationToken);
        return new NpgsqlConnectionStringBuilder(_cluster.ConnectionString(name)) { Pooling = true, MaxPoolSize = 50 }.ConnectionString;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _cluster.DisposeAsync();
        foreach (var folder in new[] { _cluster.Directory, _folder })
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
    }

    // Beside the sources, because a temporary folder may be in memory, where a commit to disk costs nothing and a ceiling means nothing.
    private static string Folder() => Path.Combine(RepositoryFolder.Find() ?? Path.GetTempPath(), ".data", "bench-cluster");
}
