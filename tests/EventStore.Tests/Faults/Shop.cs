using Tests.Shared;

namespace EventStore.Tests.Faults;

/// <summary>The store whose nodes are cut off and killed: one inline projection, three that the daemon runs, and a table of its own.</summary>
internal static class Shop
{
    /// <summary>The basket that all work shares; it is there from the start.</summary>
    public static readonly Guid Shared = new("00000000-0000-0000-0000-00000000ba5e");

    /// <summary>The shopper that all baskets belong to.</summary>
    public static readonly Guid Shopper = new("00000000-0000-0000-0000-000000005b09");

    public static DocumentStore Open(string connectionString, Action<StoreOptions>? more = null) => DocumentStore.For(options =>
    {
        options.Connection(connectionString);
        options.Events.AddEventTypes([typeof(BasketOpened), typeof(ItemAdded), typeof(ItemRemoved), typeof(BasketClosed), typeof(DoorCounted)]);
        options.Projections.BatchSize = 10;
        options.Projections.Snapshot<Basket>(ProjectionLifecycle.Inline);
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Subscribe(new Ledger("ledger"));
        more?.Invoke(options);
    });

    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync("shop", PrepareAsync);

    public static async Task PrepareAsync(string connectionString)
    {
        await using var store = Open(connectionString);
        await store.Schema.ApplyAsync();
        foreach (var table in new[] { Ledger.Table, "create table marks (key text primary key)" })
        {
            await using var command = store.DataSource.CreateCommand(table);
            await command.ExecuteNonQueryAsync();
        }

        await using var session = store.LightweightSession();
        session.Events.StartStream<Basket>(Shared, new BasketOpened(Shopper, "shared"));
        await session.SaveChangesAsync();
    }
}
