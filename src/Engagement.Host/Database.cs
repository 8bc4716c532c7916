using EmbeddedPostgres;
using Npgsql;

namespace Engagement.Host;

/// <summary>Where the platform's data is: the configured PostgreSQL, or a private cluster that this process runs.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string Name = "engagement";
    private const string EmbeddedDescription = "the embedded cluster";

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

    /// <summary>For a platform, which runs the embedded cluster itself.</summary>
    public static async Task<Database> OpenAsync(string dataDirectory, IConfiguration configuration, CancellationToken cancellation)
    {
        if (Configured(configuration) is { } configured)
            return configured;

        return await StartAsync(Embedded(dataDirectory, Console.WriteLine), cancellation);
    }

    /// <summary>For a command beside a platform: the embedded cluster that runs already is joined, and otherwise started for as long as the command takes.</summary>
    public static async Task<Database> JoinAsync(string dataDirectory, IConfiguration configuration, CancellationToken cancellation)
    {
        if (Configured(configuration) is { } configured)
            return configured;

        // What the cluster has to say is for the people who run the platform, and no part of what a command prints.
        var embedded = Embedded(dataDirectory, log: null);
        while (true)
        {
            if (await PostgresCluster.FindRunningAsync(embedded, Name, cancellation) is { } running)
                return new Database(running, EmbeddedDescription, cluster: null);

            try
            {
                return await StartAsync(embedded, cancellation);
            }
            catch (StartupException problem) when (problem.InnerException is DataDirectoryInUseException)
            {
                // The other process is just starting its server, or has just stopped it.
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private static Database? Configured(IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Engagement") is not { Length: > 0 } configured)
            return null;

        var server = new NpgsqlConnectionStringBuilder(configured);
        return new Database(configured, $"{server.Host}:{server.Port}/{server.Database}", cluster: null);
    }

    private static PostgresClusterOptions Embedded(string dataDirectory, Action<string>? log) =>
        new() { DataDirectory = Path.Combine(dataDirectory, "postgres"), Log = log };

    private static async Task<Database> StartAsync(PostgresClusterOptions options, CancellationToken cancellation)
    {
        try
        {
            var cluster = await PostgresCluster.StartAsync(options, cancellation);
            await cluster.EnsureDatabaseAsync(Name, cancellation);
            return new Database(cluster.ConnectionString(Name), EmbeddedDescription, cluster);
        }
        catch (Exception problem) when (problem is PostgresNotFoundException or PostgresClusterException)
        {
            throw new StartupException(problem.Message, problem);
        }
    }
}
