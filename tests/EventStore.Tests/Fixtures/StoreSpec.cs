using Npgsql;
using Tests.Shared;

namespace EventStore.Tests;

/// <summary>A database for each test, with a store on it.</summary>
public abstract class StoreSpec : IAsyncLifetime
{
    // Generous: it is only ever reached by a failure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestDatabase _database = null!;

    protected DocumentStore Store { get; private set; } = null!;

    /// <summary>Ends a test that would otherwise wait for ever.</summary>
    protected CancellationToken Cancellation { get; } = new CancellationTokenSource(Patience).Token;

    protected string ConnectionString => _database.ConnectionString;

    public virtual async Task InitializeAsync()
    {
        _database = await TestPostgres.CreateDatabaseAsync();
        Store = NewStore();
        await Store.Schema.ApplyAsync();
    }

    public virtual async Task DisposeAsync()
    {
        await Store.DisposeAsync();
        await _database.DisposeAsync();
    }

    protected virtual void Configure(StoreOptions options)
    {
    }

    /// <summary>Another store on the same database, as another node would have.</summary>
    protected DocumentStore NewStore(Action<StoreOptions>? more = null) => DocumentStore.For(options =>
    {
        options.Connection(ConnectionString);
        options.Events.AddEventTypes([typeof(BasketOpened), typeof(ItemAdded), typeof(ItemRemoved), typeof(BasketClosed), typeof(DoorCounted)]);
        Configure(options);
        more?.Invoke(options);
    });

    protected async Task<long> AppendAsync(Guid stream, params object[] events)
    {
        await using var session = Store.LightweightSession();
        session.Events.Append(stream, events);
        await session.SaveChangesAsync(Cancellation);
        return session.LastSequence;
    }

    protected async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Store.DataSource.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    protected async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
