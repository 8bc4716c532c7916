namespace EventStore.Tests;

public sealed class When_reading : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task a_stream_is_read_in_part_or_whole()
    {
        await AppendAsync(_stream, [.. Enumerable.Range(1, 5).Select(n => new ItemAdded("pear", n))]);
        await using var session = Store.QuerySession();

        (await session.Events.FetchStreamAsync(_stream)).Count.ShouldBe(5);
        (await session.Events.FetchStreamAsync(_stream, version: 3)).Select(e => e.Version).ShouldBe([1, 2, 3]);
        (await session.Events.FetchStreamAsync(_stream, fromVersion: 4)).Select(e => e.Version).ShouldBe([4, 5]);
        (await session.Events.FetchStreamAsync(Guid.NewGuid())).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_state_of_a_stream_is_known_without_its_events()
    {
        await using var session = Store.LightweightSession();
        session.Events.StartStream<BasketSummary>(_stream, new ItemAdded("pear", 1), new ItemAdded("pear", 1));
        await session.SaveChangesAsync();

        var state = (await session.Events.FetchStreamStateAsync(_stream))!;

        (state.Version, state.AggregateTypeName, state.IsArchived).ShouldBe((2, "basket_summary", false));
        state.LastTimestamp.ShouldBe(session.LastSavedEvents[1].Timestamp);
        (await session.Events.FetchStreamStateAsync(Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task one_event_is_found_by_its_identity()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        await using var session = Store.QuerySession();
        var known = (await session.Events.FetchStreamAsync(_stream))[0];

        (await session.Events.LoadAsync(known.Id))!.Data.ShouldBe(known.Data);
        (await session.Events.LoadAsync(Guid.NewGuid())).ShouldBeNull();
    }

    [Fact]
    public async Task the_whole_log_is_read_in_order_across_pages()
    {
        for (var i = 0; i < 5; i++) await AppendAsync(Guid.NewGuid(), [.. Enumerable.Range(0, 500).Select(n => new ItemAdded("pear", n))]);
        await using var session = Store.QuerySession();

        var all = new List<long>();
        await foreach (var e in session.Events.ReadAllAsync(afterSequence: 100)) all.Add(e.Sequence);

        all.ShouldBe(Enumerable.Range(101, 2400).Select(n => (long)n));
    }

    [Fact]
    public async Task a_long_stream_is_read_page_by_page_in_either_direction()
    {
        for (var i = 0; i < 5; i++) await AppendAsync(_stream, [.. Enumerable.Range(0, 500).Select(n => new ItemAdded("pear", n))]);
        await using var session = Store.QuerySession();

        (await VersionsAsync(session.Events.ReadStreamAsync(_stream))).ShouldBe(Numbers(1, 2500));
        (await VersionsAsync(session.Events.ReadStreamAsync(_stream, fromVersion: 1999))).ShouldBe(Numbers(1999, 502));
        (await VersionsAsync(session.Events.ReadStreamAsync(_stream, ReadDirection.Backwards))).ShouldBe(Numbers(1, 2500).Reverse());
        (await VersionsAsync(session.Events.ReadStreamAsync(_stream, ReadDirection.Backwards, fromVersion: 1200))).ShouldBe(Numbers(1, 1200).Reverse());

        static IEnumerable<long> Numbers(int first, int count) => Enumerable.Range(first, count).Select(n => (long)n);
        static async Task<List<long>> VersionsAsync(IAsyncEnumerable<IEvent> events)
        {
            var versions = new List<long>();
            await foreach (var e in events) versions.Add(e.Version);
            return versions;
        }
    }

    [Fact]
    public async Task a_stream_is_read_and_folded_as_it_was_at_a_moment()
    {
        var clock = new SetClock { Now = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) };
        await using var store = NewStore(options => options.TimeProvider = clock);
        await using var session = store.LightweightSession();
        foreach (var quantity in new[] { 1, 2, 3 })
        {
            session.Events.Append(_stream, quantity == 1 ? new BasketOpened(Guid.NewGuid(), "blue") : new ItemAdded("pear", quantity));
            await session.SaveChangesAsync();
            clock.Now += TimeSpan.FromHours(1);
        }

        var afterTheSecond = new DateTimeOffset(2026, 3, 1, 13, 30, 0, TimeSpan.Zero);
        (await session.Events.FetchStreamAsync(_stream, timestamp: afterTheSecond)).Count.ShouldBe(2);
        (await session.Events.AggregateStreamAsync<Basket>(_stream, timestamp: afterTheSecond))!.Items.ShouldBe(2);
        (await session.Events.AggregateStreamAsync<Basket>(_stream, version: 1))!.Items.ShouldBe(0);
        (await session.Events.AggregateStreamAsync<Basket>(_stream, timestamp: afterTheSecond.AddDays(-1))).ShouldBeNull();
    }

    [Fact]
    public async Task the_log_is_filtered_by_type_and_to_a_position()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3), new ItemRemoved("pear", 1), new ItemAdded("fig", 1));
        await using var session = Store.QuerySession();

        (await SequencesAsync(new LogFilter { EventTypes = [typeof(ItemAdded), typeof(ItemRemoved)] })).ShouldBe([2, 3, 4]);
        (await SequencesAsync(new LogFilter { EventTypes = [typeof(ItemAdded)], UpTo = 3 })).ShouldBe([2]);
        (await SequencesAsync(new LogFilter { EventTypes = [] })).ShouldBeEmpty();

        async Task<List<long>> SequencesAsync(LogFilter filter)
        {
            var sequences = new List<long>();
            await foreach (var e in session.Events.ReadAllAsync(filter: filter)) sequences.Add(e.Sequence);
            return sequences;
        }
    }

    [Fact]
    public async Task the_log_leaves_out_what_only_fills_a_number()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3), new ItemAdded("fig", 1));
        await ExecuteAsync("update mt_events set type = 'tombstone' where seq_id = 2");
        await using var session = Store.QuerySession();

        (await session.Events.ReadAllAsync(cancellationToken: Cancellation).Select(e => e.Sequence).ToListAsync(Cancellation)).ShouldBe([1, 3]);
    }

    [Fact]
    public async Task an_event_nobody_registered_is_data_and_never_fatal()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await ExecuteAsync("update mt_events set type = 'from_the_future', mt_dotnet_type = 'Far.Away, elsewhere' where version = 1");
        await using var session = Store.QuerySession();

        var events = await session.Events.FetchStreamAsync(_stream);

        var unknown = events[0].Data.ShouldBeOfType<UnknownEvent>();
        (unknown.Alias, unknown.DotNetTypeName).ShouldBe(("from_the_future", "Far.Away, elsewhere"));
        unknown.Json.ShouldContain("\"blue\"");
        events[1].Data.ShouldBe(new ItemAdded("pear", 3));
    }

    [Fact]
    public async Task an_event_of_a_registered_type_is_known_under_another_alias()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 3));
        await ExecuteAsync("update mt_events set type = 'an_older_name'");
        await using var session = Store.QuerySession();

        (await session.Events.FetchStreamAsync(_stream))[0].Data.ShouldBe(new ItemAdded("pear", 3));
    }

    [Fact]
    public async Task data_that_does_not_fit_its_type_is_named_by_position_and_type()
    {
        var sequence = await AppendAsync(_stream, new ItemAdded("pear", 3));
        await ExecuteAsync("""update mt_events set data = '{"Item": "pear", "Quantity": "many"}'""");
        await using var session = Store.QuerySession();

        var failure = await Should.ThrowAsync<EventDeserializationException>(session.Events.FetchStreamAsync(_stream));

        (failure.Sequence, failure.EventTypeName, failure.Code).ShouldBe((sequence, "item_added", "EVENT_DESERIALIZATION_FAILED"));
    }

    [Fact]
    public async Task documents_are_stored_loaded_and_deleted()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        await using var session = Store.LightweightSession();
        session.Store(new ShopperTotals(first, 1, ["blue"]), first);
        session.Store(new ShopperTotals(second, 2, []), second);
        await session.SaveChangesAsync();
        session.Store(new ShopperTotals(first, 9, []), first);
        session.Delete<ShopperTotals>(second);
        await session.SaveChangesAsync();

        (await session.LoadAsync<ShopperTotals>(first))!.Baskets.ShouldBe(9);
        (await session.LoadManyAsync<ShopperTotals>([first, second, Guid.NewGuid()])).Count.ShouldBe(1);
    }

    protected override void Configure(StoreOptions options) => options.RegisterDocumentType<ShopperTotals>();
}
