namespace EventStore.Tests;

public sealed class Inline_projections : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task are_right_as_soon_as_the_save_returns()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await AppendAsync(_stream, new ItemRemoved("pear", 1), new ItemAdded("fig", 1));

        await using var session = Store.QuerySession();
        var summary = (await session.LoadAsync<BasketSummary>(_stream))!;
        (summary.Name, summary.Items).ShouldBe(("blue", 3));
        summary.ByItem.ShouldBe(new Dictionary<string, int> { ["fig"] = 1, ["pear"] = 2 }, ignoreOrder: true);
        (await ScalarAsync<long>("select mt_version from mt_doc_basketsummary")).ShouldBe(4);
        (await ScalarAsync<string>("select mt_dotnet_type from mt_doc_basketsummary")).ShouldBe("EventStore.Tests.BasketSummary");
    }

    [Fact]
    public async Task leave_nothing_behind_when_the_append_is_refused()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, 9, new ItemAdded("pear", 1));

        await Should.ThrowAsync<EventStreamUnexpectedVersionException>(session.SaveChangesAsync());

        (await session.LoadAsync<BasketSummary>(_stream))!.Items.ShouldBe(1);
    }

    [Fact]
    public async Task delete_a_document_that_an_event_ends_and_begin_again_after_it()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 1));
        await AppendAsync(_stream, new BasketClosed("abandoned"));
        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(_stream)).ShouldBeNull();

        await AppendAsync(_stream, new ItemAdded("fig", 2));

        (await session.LoadAsync<BasketSummary>(_stream))!.ShouldSatisfyAllConditions(
            summary => summary.Name.ShouldBe("unnamed"),
            summary => summary.Items.ShouldBe(2));
    }

    [Fact]
    public async Task fold_the_whole_stream_even_when_the_projection_was_added_later()
    {
        await using (var before = DocumentStore.For(options =>
        {
            options.Connection(ConnectionString);
            options.Events.AddEventTypes(BasketSummaryProjection.Events);
        }))
        await using (var session = before.LightweightSession())
        {
            session.Events.Append(_stream, new BasketOpened(Guid.NewGuid(), "old"), new ItemAdded("pear", 5));
            await session.SaveChangesAsync();
        }

        await AppendAsync(_stream, new ItemAdded("pear", 1));

        await using var query = Store.QuerySession();
        var summary = (await query.LoadAsync<BasketSummary>(_stream))!;
        (summary.Name, summary.Items).ShouldBe(("old", 6));
    }

    [Fact]
    public async Task keep_a_document_that_was_stored_before_its_stream_was_started()
    {
        await using (var before = Store.LightweightSession())
        {
            before.Store(new BasketSummary(_stream, "stored", 7, new SortedDictionary<string, int>()), _stream);
            await before.SaveChangesAsync();
        }

        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "opened"), new ItemAdded("pear", 1));

        // The document's version counts as the stream's: it stands for the first event.
        await using var query = Store.QuerySession();
        var summary = (await query.LoadAsync<BasketSummary>(_stream))!;
        (summary.Name, summary.Items).ShouldBe(("stored", 8));
    }

    [Fact]
    public async Task lose_no_update_when_many_writers_meet_in_one_document()
    {
        var shopper = Guid.NewGuid();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await AppendAsync(Guid.NewGuid(), new BasketOpened(shopper, $"{writer}-{i}"));
        })));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 10; i++) await AppendAsync(_stream, new ItemAdded("pear", 1));
        })));

        await using var session = Store.QuerySession();
        (await session.LoadAsync<ShopperTotals>(shopper))!.Baskets.ShouldBe(60);
        (await session.LoadAsync<BasketSummary>(_stream))!.Items.ShouldBe(60);
        (await session.Events.FetchStreamStateAsync(_stream))!.Version.ShouldBe(60);
    }

    [Fact]
    public async Task of_ones_own_making_join_the_same_transaction()
    {
        await ExecuteAsync(Ledger.Table);
        await using var store = NewStore(options => options.Projections.Add(new Ledger("inline"), ProjectionLifecycle.Inline));
        await using var session = store.LightweightSession();
        session.Events.Append(_stream, new ItemAdded("pear", 1), new ItemAdded("fig", 1));
        await session.SaveChangesAsync();

        (await ScalarAsync<long>("select count(*) from ledger")).ShouldBe(2);
    }

    [Fact]
    public async Task of_an_aggregate_that_folds_itself_are_its_snapshot()
    {
        await using var store = NewStore(options => options.Projections.Snapshot<Basket>(ProjectionLifecycle.Inline));
        await store.Schema.ApplyAsync();
        await using var session = store.LightweightSession();
        session.Events.StartStream<Basket>(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await session.SaveChangesAsync();

        (await session.LoadAsync<Basket>(_stream)).ShouldBe(await session.Events.AggregateStreamAsync<Basket>(_stream));
    }

    [Fact]
    public async Task may_not_append_events()
    {
        await using var store = NewStore(options => options.Projections.Add(new Appending(), ProjectionLifecycle.Inline));
        await using var session = store.LightweightSession();
        session.Events.Append(_stream, new ItemAdded("pear", 1));

        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(session.SaveChangesAsync());

        refusal.Code.ShouldBe("INLINE_PROJECTION_APPENDS");
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(0);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Inline);
    }

    private sealed class Appending : IProjection
    {
        public string Name => "appending";

        public IReadOnlyCollection<Type>? EventTypes => null;

        public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
        {
            operations.Events.Append(Guid.NewGuid(), new DoorCounted(1));
            return Task.CompletedTask;
        }
    }
}
