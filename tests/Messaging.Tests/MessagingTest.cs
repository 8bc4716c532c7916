using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Tests.Shared;

namespace Messaging.Tests;

/// <summary>A database with messaging's tables and a table of effects, and as many hosts on it as a test asks for.</summary>
public abstract class MessagingTest : IAsyncLifetime
{
    private readonly List<IHost> _hosts = [];
    private TestDatabase _database = null!;

    protected static TimeSpan Patience => TimeSpan.FromSeconds(30);

    protected NpgsqlDataSource Database { get; private set; } = null!;

    protected string ConnectionString => _database.ConnectionString;

    public async Task InitializeAsync()
    {
        _database = await TestPostgres.CreateDatabaseAsync("messaging", PrepareAsync);
        Database = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        await Database.DisposeAsync();
        await _database.DisposeAsync();
    }

    /// <summary>A host that runs until the test ends. A pool of its own makes it a process of its own to PostgreSQL.</summary>
    protected async Task<IHost> StartHostAsync(Action<MessagingOptions> configure, Action<IServiceCollection>? services = null)
    {
        var host = BuildHost(configure, services);
        _hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    protected IHost BuildHost(Action<MessagingOptions> configure, Action<IServiceCollection>? services = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        builder.Services.AddMessaging(options =>
        {
            options.Connection(ConnectionString);
            options.PollingInterval = TimeSpan.FromMilliseconds(50);
            configure(options);
        });
        return builder.Build();
    }

    protected static async Task SendAsync<T>(IHost host, T message, DeliveryOptions? options = null) where T : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().SendAsync(message, options);
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    protected Task<long> WaitingAsync() => ScalarAsync<long>("SELECT count(*) FROM messaging.envelopes");

    protected Task<long> BuriedAsync() => ScalarAsync<long>("SELECT count(*) FROM messaging.dead_letters");

    protected async Task<string[]> EffectsAsync() =>
        await ScalarAsync<string[]>("SELECT coalesce(array_agg(note ORDER BY note), '{}') FROM effects");

    /// <summary>Waits for a state of the database that no signal announces, such as the commit after a handler has returned.</summary>
    protected static async Task EventuallyAsync(Func<Task<bool>> condition, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            patience.IsCancellationRequested.ShouldBeFalse($"In {Patience} it did not happen that {what}.");
            await Task.Delay(10);
        }
    }

    protected Task NothingIsWaitingAsync() => EventuallyAsync(async () => await WaitingAsync() == 0, "the queue is empty");

    private static async Task PrepareAsync(string connectionString)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await new MessagingSchema(dataSource, "messaging").ApplyAsync();
        await using var effects = dataSource.CreateCommand("CREATE TABLE effects (note text NOT NULL)");
        await effects.ExecuteNonQueryAsync();
    }
}
