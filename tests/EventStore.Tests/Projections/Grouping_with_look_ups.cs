namespace EventStore.Tests;

/// <summary>Items say nothing of the shopper: the grouper finds it in the stream that the item belongs to.</summary>
public sealed class Grouping_with_look_ups : DaemonSpec
{
    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task events_go_to_documents_that_had_to_be_looked_up(int batchSize)
    {
        Store.Options.Projections.BatchSize = batchSize;
        await Daemon.StartAsync();
        var (ann, ben) = (Guid.NewGuid(), Guid.NewGuid());
        Guid[] baskets = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        await AppendAsync(baskets[0], new BasketOpened(ann, "one"), new ItemAdded("pear", 1));
        await AppendAsync(baskets[1], new BasketOpened(ben, "two"));
        await AppendAsync(baskets[2], new BasketOpened(ann, "three"));
        await AppendAsync(baskets[1], new ItemAdded("fig", 2));
        var last = await AppendAsync(baskets[2], new ItemAdded("plum", 3));

        await Daemon.WaitForAsync(last, Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<ShopperItems>(ann))!.Seen.ShouldBe(["one", "pear", "three", "plum"]);
        (await session.LoadAsync<ShopperItems>(ben))!.Seen.ShouldBe(["two", "fig"]);
    }

    protected override void Configure(StoreOptions options) => options.Projections.Add(new ShopperItemsProjection(), ProjectionLifecycle.Async);

    public sealed record ShopperItems(Guid Id, IReadOnlyList<string> Seen);

    private sealed class ShopperItemsProjection : MultiStreamProjection<ShopperItems>
    {
        public ShopperItemsProjection()
        {
            Identity<BasketOpened>(e => e.Data.Shopper);
            CustomGrouping(new ByShopper());
        }

        public override ShopperItems Evolve(ShopperItems? snapshot, Guid id, IEvent e)
        {
            var items = snapshot ?? new ShopperItems(id, []);
            return e.Data switch
            {
                BasketOpened opened => items with { Seen = [.. items.Seen, opened.Name] },
                ItemAdded added => items with { Seen = [.. items.Seen, added.Item] },
                _ => items,
            };
        }
    }

    private sealed class ByShopper : IAggregateGrouper<Guid>
    {
        public IReadOnlyCollection<Type>? EventTypes => [typeof(ItemAdded)];

        public async Task GroupAsync(IQuerySession session, IReadOnlyList<IEvent> events, IEventGrouping<Guid> grouping, CancellationToken cancellationToken)
        {
            foreach (var basket in events.GroupBy(e => e.StreamId))
            {
                var opened = (await session.Events.FetchStreamAsync(basket.Key, version: 1, cancellationToken: cancellationToken))[0];
                foreach (var e in basket) grouping.AddEvent(((BasketOpened)opened.Data).Shopper, e);
            }
        }
    }
}
