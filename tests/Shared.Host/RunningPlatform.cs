using Engagement.Host;
using EventStore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Tests.Shared.Hosting;

/// <summary>The whole platform, running in this process on a database and a port of its own.</summary>
public sealed class RunningPlatform : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly Platform _platform;
    private readonly string _dataDirectory;
    private readonly bool _isSecond;

    private RunningPlatform(TestDatabase database, Platform platform, string dataDirectory, bool isSecond = false)
    {
        _isSecond = isSecond;
        _database = database;
        _platform = platform;
        _dataDirectory = dataDirectory;
        Address = new Uri(platform.Addresses.First());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>A client that follows no redirect and keeps no cookie.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _platform.Services;

    public string ConnectionString => _database.ConnectionString;

    /// <summary>Where it keeps its keys.</summary>
    public string DataDirectory => _dataDirectory;

    /// <summary>Starts one, on a copy of a database that has the schema.</summary>
    /// <param name="clock">What it takes for the time; the real one unless given.</param>
    /// <param name="environment">Development unless given.</param>
    /// <param name="configuration">What it is configured with beside its database.</param>
    /// <param name="services">What is added to its services, before its own.</param>
    public static async Task<RunningPlatform> StartAsync(
        TimeProvider? clock = null,
        string? environment = null,
        IReadOnlyDictionary<string, string?>? configuration = null,
        Action<IServiceCollection>? services = null)
    {
        var database = await TestPostgres.CreateDatabaseAsync("platform", PrepareAsync);
        var dataDirectory = Directory.CreateTempSubdirectory("engagement-test-").FullName;
        var platform = await StartAsync(database.ConnectionString, dataDirectory, clock, environment, configuration, services);
        return new RunningPlatform(database, platform, dataDirectory);
    }

    /// <summary>Starts another node on the same database, with the same keys. It is to be stopped before this one.</summary>
    public async Task<RunningPlatform> StartAnotherAsync() =>
        new(_database, await StartAsync(ConnectionString, _dataDirectory), _dataDirectory, isSecond: true);

    /// <summary>Runs one request against it, as Alba would.</summary>
    public Task<ScenarioResult> Scenario(Action<Scenario> configure) => Client.Scenario(configure);

    /// <summary>Speaks GraphQL to it over HTTP.</summary>
    /// <param name="role">Whom to be; nobody in particular when null.</param>
    public GraphQLClient GraphQL(string? role = null) => new(Client, role);

    /// <summary>A browser in which nobody is signed in.</summary>
    public Browser Browser(string? userAgent = null) => new(Address, userAgent);

    /// <summary>Waits until the projections and subscriptions have handled all that has been committed so far.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        await using var last = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        var position = (long)(await last.ExecuteScalarAsync(patience.Token))!;
        await Services.GetRequiredService<IProjectionDaemon>().WaitForAsync(position, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _platform.DisposeAsync();
        if (_isSecond)
            return;
        await _database.DisposeAsync();
        Directory.Delete(_dataDirectory, recursive: true);
    }

    private static Task<Platform> StartAsync(
        string connectionString,
        string dataDirectory,
        TimeProvider? clock = null,
        string? environment = null,
        IReadOnlyDictionary<string, string?>? configuration = null,
        Action<IServiceCollection>? services = null) => Platform.StartAsync(
        new HostSettings { DataDirectory = dataDirectory, Urls = "http://127.0.0.1:0" },
        builder =>
        {
            builder.Environment.EnvironmentName = environment ?? Environments.Development;
            // Tests ask as fast as the machine can: what one sender may ask is for those who test that.
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["ConnectionStrings:Engagement"] = connectionString,
                ["Limits:AddressRequestsPerSecond"] = "0",
                ["Limits:AccountRequestsPerSecond"] = "0",
            });
            builder.Configuration.AddInMemoryCollection(configuration ?? new Dictionary<string, string?>());
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            if (clock is not null)
                builder.Services.AddSingleton(clock);
            services?.Invoke(builder.Services);
        });

    private static async Task PrepareAsync(string connectionString)
    {
        var folder = Directory.CreateTempSubdirectory("engagement-test-").FullName;
        await using (await StartAsync(connectionString, folder))
        {
            // Starting it once makes the schema.
        }

        Directory.Delete(folder, recursive: true);
    }
}
