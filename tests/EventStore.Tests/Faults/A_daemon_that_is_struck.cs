using Npgsql;

namespace EventStore.Tests.Faults;

/// <summary>At every step between a daemon and its database, from the first connection to the last word of stopping.</summary>
public sealed class A_daemon_that_is_struck
{
    // Most of the time goes by in waiting for the daemon to try again, so several work their way through the steps together.
    private const int Lanes = 6;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData(Strike.Cut, 1)]
    [InlineData(Strike.Tear, 5)]
    public async Task catches_up_all_the_same_and_leaves_no_lock_behind(Strike strike, int stride)
    {
        using var patience = new CancellationTokenSource(Patience);
        var steps = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(
            () => CatchUpAsync(strike, 1 + (lane * stride), Lanes * stride, patience.Token))));

        steps.Min().ShouldBeGreaterThan(30);
    }

    [Fact]
    public async Task that_rebuilds_ends_with_what_was_there_before()
    {
        using var patience = new CancellationTokenSource(Patience);
        var steps = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => RebuildAsync(1 + (lane * 2), Lanes * 2, patience.Token))));

        steps.Min().ShouldBeGreaterThan(10);
    }

    /// <summary>Says at which step it came through without being struck.</summary>
    private static async Task<int> CatchUpAsync(Strike strike, int first, int stride, CancellationToken cancellation)
    {
        await using var database = await Shop.CreateDatabaseAsync();
        await using var direct = Shop.Open(database.ConnectionString);
        await using var relay = new Relay(database.ConnectionString);
        var books = new Books(direct, cancellation);
        for (var step = first; ; step += stride)
        {
            var last = await FillAsync(direct, step, cancellation);
            relay.StrikeAt(step, strike);
            await using (var store = Shop.Open(relay.ConnectionString))
            await using (var daemon = store.BuildDaemon())
            {
                await daemon.StartAsync(cancellation);
                await RepeatAsync(() => daemon.WaitForAsync(last, cancellation), cancellation);
            }

            await books.UntilNoLockIsHeldAsync();
            await books.CloseAsync();
            if (!relay.HasStruck) return step;
        }
    }

    private static async Task<int> RebuildAsync(int first, int stride, CancellationToken cancellation)
    {
        await using var database = await Shop.CreateDatabaseAsync();
        await using var direct = Shop.Open(database.ConnectionString);
        await using var relay = new Relay(database.ConnectionString);
        var books = new Books(direct, cancellation);
        var last = await FillAsync(direct, 0, cancellation);
        for (var step = first; ; step += stride)
        {
            await using (var store = Shop.Open(relay.ConnectionString))
            await using (var daemon = store.BuildDaemon())
            {
                relay.StrikeAt(0, Strike.Pass);
                await daemon.StartAsync(cancellation);
                await daemon.WaitForAsync(last, cancellation);
                relay.StrikeAt(step, Strike.Cut);
                await RepeatAsync(() => daemon.RebuildProjectionAsync("BasketSummary", cancellationToken: cancellation), cancellation);
                await RepeatAsync(() => daemon.RebuildProjectionAsync("ShopperTotals", cancellationToken: cancellation), cancellation);
            }

            await books.UntilNoLockIsHeldAsync();
            await books.CloseAsync();
            if (!relay.HasStruck) return step;
        }
    }

    /// <summary>Whoever waits or asks for a rebuild is told of the cut, and may do so again.</summary>
    private static async Task RepeatAsync(Func<Task> ask, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                await ask();
                return;
            }
            catch (Exception cut) when (cut is NpgsqlException or InvalidStoreUseException { Code: "PROJECTION_REBUILDING" })
            {
                await Task.Delay(5, cancellation);
            }
        }
    }

    /// <summary>Several pages of several baskets, one of which goes away.</summary>
    private static async Task<long> FillAsync(DocumentStore store, int step, CancellationToken cancellation)
    {
        await using var session = store.LightweightSession();
        for (var basket = 0; basket < 4; basket++)
        {
            var name = $"{step} {basket}";
            session.Events.StartStream<Basket>(
                Work.StreamOf(name), new BasketOpened(Shop.Shopper, name), new ItemAdded("pear", basket), new ItemAdded("plum", 1), new ItemRemoved("pear", 1));
            session.Events.Append(Shop.Shared, new ItemAdded(name, 1), new DoorCounted(basket));
        }

        session.Events.Append(Work.StreamOf($"{step} 0"), new BasketClosed("abandoned"));
        await session.SaveChangesAsync(cancellation);
        return session.LastSequence;
    }
}
