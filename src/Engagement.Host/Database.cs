using EmbeddedPostgres;
using Npgsql;

namespace Engagement.Host;

/// <summary>Where the platform's data is: the configured PostgreSQL, or a private cluster that this process runs.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string Name = "engagement";

    private readonly PostgresCluster? _cluster;

    private Database(string connectionString, string description, PostgresCluster? cluster)
    {
        ConnectionString = connectionString;
        Description = description;
        _cluster = cluster;
    }

    public string ConnectionString { get; }

    /// <summary>Where it is, for people; never with a password.</summary>
    public string Description { get; }

    public static async Task<Database> OpenAsync(HostSettings settings, IConfiguration configuration, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Engagement") is { Length: > 0 } configured)
        {
            var server = new NpgsqlConnectionStringBuilder(configured);
            return new Database(configured, $"{server.Host}:{server.Port}/{server.Database}", cluster: null);
        }

        try
        {
            var cluster = await PostgresCluster.StartAsync(
                new PostgresClusterOptions { DataDirectory = Path.Combine(settings.DataDirectory, "postgres"), Log = Console.WriteLine },
                cancellation);
            await cluster.EnsureDatabaseAsync(Name, cancellation);
            return new Database(cluster.ConnectionString(Name), "the embedded cluster", cluster);
        }
        catch (Exception problem) when (problem is PostgresNotFoundException or PostgresClusterException)
        {
            throw new StartupException(problem.Message, problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }
}
