namespace EventStore.Tests;

public sealed class Projections_of_a_bulk_insert : DaemonSpec
{
    private readonly Guid _shopper = Guid.NewGuid();
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task that_are_inline_are_right_as_soon_as_it_returns()
    {
        await AppendAsync(_stream, new BasketOpened(_shopper, "blue"), new ItemAdded("pear", 3));
        var other = Guid.NewGuid();

        await Store.BulkInsertEventsAsync(
        [
            StreamAction.Append(_stream, new ItemRemoved("pear", 1)),
            StreamAction.Start<Basket>(other, new BasketOpened(_shopper, "red"), new ItemAdded("fig", 1)),
            StreamAction.Append(_stream, new ItemAdded("fig", 5)),
        ]);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(_stream))!.Items.ShouldBe(7);
        (await session.LoadAsync<BasketSummary>(other))!.Items.ShouldBe(1);
        (await ScalarAsync<long>($"select mt_version from mt_doc_basketsummary where id = '{_stream}'")).ShouldBe(4);
    }

    [Fact]
    public async Task that_are_inline_lose_no_update_when_sessions_meet_it_in_one_document()
    {
        await Task.WhenAll(
            Task.Run(() => Store.BulkInsertEventsAsync(
                Enumerable.Range(0, 60).Select(n => StreamAction.Start(Guid.NewGuid(), new BasketOpened(_shopper, $"bulk {n}"))),
                new BulkInsertOptions { BatchSize = 2 })),
            Task.Run(async () =>
            {
                for (var n = 0; n < 60; n++) await AppendAsync(Guid.NewGuid(), new BasketOpened(_shopper, $"session {n}"));
            }));

        await using var session = Store.QuerySession();
        (await session.LoadAsync<ShopperTotals>(_shopper))!.Baskets.ShouldBe(120);
    }

    [Fact]
    public async Task that_are_inline_see_an_event_as_it_will_be_read()
    {
        var inline = new Keeper();
        await using var store = NewStore(options => options.Projections.Add(inline, ProjectionLifecycle.Inline));
        var moment = new DateTimeOffset(2025, 7, 1, 9, 0, 0, TimeSpan.FromHours(1)).AddTicks(7);

        await store.BulkInsertEventsAsync([StreamAction.Append(_stream, new ImportedEvent(new DoorCounted(4)) { Timestamp = moment }, new DoorCounted(5))]);

        await using var session = store.QuerySession();
        var read = await session.Events.FetchStreamAsync(_stream);
        inline.Seen.Select(Said).ShouldBe(read.Select(Said));
    }

    [Fact]
    public async Task by_the_daemon_and_listeners_get_every_event_once_in_order()
    {
        await Daemon.StartAsync();
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heard = new List<long>();
        var listening = Task.Run(async () =>
        {
            await foreach (var e in Store.Tail.ReadAsync(0, done.Token))
            {
                heard.Add(e.Sequence);
                if (heard.Count == 500) break;
            }
        });

        var inserted = await Store.BulkInsertEventsAsync(
            Enumerable.Range(0, 250).Select(n => StreamAction.Start(Guid.NewGuid(), new DoorCounted(n), new DoorCounted(-n))),
            new BulkInsertOptions { BatchSize = 40 });
        await Daemon.WaitForAsync(inserted.LastSequence, Cancellation);
        await listening;

        (await LedgerAsync("doors")).ShouldBe(await LogAsync());
        heard.ShouldBe(await LogAsync());
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new Ledger("doors"), ProjectionLifecycle.Async);
    }

    private static (Guid, long, long, DateTimeOffset, TimeSpan, object) Said(IEvent e) => (e.Id, e.Sequence, e.Version, e.Timestamp, e.Timestamp.Offset, e.Data);

    private sealed class Keeper : IProjection
    {
        public string Name => "keeper";

        public IReadOnlyCollection<Type>? EventTypes => [typeof(DoorCounted)];

        public List<IEvent> Seen { get; } = [];

        public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
        {
            Seen.AddRange(events);
            return Task.CompletedTask;
        }
    }
}
