using System.Text.Json;

namespace EventStore.Tests;

public sealed class A_bulk_insert : StoreSpec
{
    private static readonly DateTimeOffset LongAgo = new(1987, 10, 16, 3, 30, 0, TimeSpan.FromHours(1));

    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task writes_what_sessions_would_have_written()
    {
        var other = Guid.NewGuid();
        await using (var session = Store.LightweightSession())
        {
            session.Events.StartStream<Basket>(_stream, new BasketOpened(Guid.Empty, "blue"), new ItemAdded("pear", 2));
            await session.SaveChangesAsync();
        }

        await Store.BulkInsertEventsAsync([StreamAction.Start<Basket>(other, new BasketOpened(Guid.Empty, "blue"), new ItemAdded("pear", 2))]);

        const string Ours = "'{seq_id,id,stream_id,timestamp,created}'::text[]";
        (await ScalarAsync<long>($"select count(distinct to_jsonb(s) - {Ours}) from mt_streams s")).ShouldBe(1);
        (await ScalarAsync<long>($"select count(distinct to_jsonb(e) - {Ours}) from mt_events e")).ShouldBe(2);
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(4);
    }

    [Fact]
    public async Task follows_the_order_of_the_source_with_dense_versions_across_batches()
    {
        var streams = Enumerable.Range(0, 30).Select(_ => Guid.NewGuid()).ToList();
        var actions = Enumerable.Range(0, 120).Select(n => StreamAction.Append(streams[n % 30], new ItemAdded("pear", n), new ItemRemoved("pear", n))).ToList();

        var done = await Store.BulkInsertEventsAsync(actions, new BulkInsertOptions { BatchSize = 50 });

        done.ShouldBe(new BulkInsertProgress(120, 240, 240));
        await using var session = Store.QuerySession();
        var log = new List<IEvent>();
        await foreach (var e in session.Events.ReadAllAsync()) log.Add(e);
        log.Select(e => (Identity)e.StreamId).ShouldBe(actions.SelectMany(action => new[] { action.StreamId, action.StreamId }));
        foreach (var stream in log.GroupBy(e => e.StreamId)) stream.Select(e => e.Version).ShouldBe([1, 2, 3, 4, 5, 6, 7, 8]);
        (await ScalarAsync<long>("select count(*) from mt_streams where version = 8")).ShouldBe(30);
    }

    [Fact]
    public async Task goes_on_with_streams_that_exist_and_sessions_go_on_after_it()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1), new ItemAdded("plum", 1));

        await Store.BulkInsertEventsAsync([StreamAction.Append(_stream, new ItemAdded("fig", 1)), StreamAction.Append(_stream, 4, new ItemAdded("quince", 1))]);
        await AppendAsync(_stream, new ItemAdded("sloe", 1));

        await using var session = Store.QuerySession();
        var events = await session.Events.FetchStreamAsync(_stream);
        events.Select(e => e.Version).ShouldBe([1, 2, 3, 4, 5]);
        events.Select(e => ((ItemAdded)e.Data).Item).ShouldBe(["pear", "plum", "fig", "quince", "sloe"]);
        (await session.Events.FetchStreamStateAsync(_stream))!.Version.ShouldBe(5);
    }

    [Fact]
    public async Task keeps_the_moments_and_metadata_of_a_history()
    {
        var opened = new ImportedEvent(new BasketOpened(Guid.Empty, "blue"))
        {
            Id = Guid.NewGuid(),
            Timestamp = LongAgo,
            CorrelationId = "the journey",
            CausationId = "the click",
            UserName = "officer 7",
            Headers = new Dictionary<string, JsonElement> { ["page"] = JsonSerializer.SerializeToElement(12) },
        };
        var closed = new ImportedEvent(new BasketClosed("paid")) { Timestamp = LongAgo.AddDays(1) };

        await Store.BulkInsertEventsAsync([StreamAction.Start<Basket>(_stream, opened, closed)]);

        await using var session = Store.QuerySession();
        var first = (await session.Events.FetchStreamAsync(_stream))[0];
        (first.Id, first.Timestamp).ShouldBe((opened.Id, LongAgo));
        (first.CorrelationId, first.CausationId, first.UserName).ShouldBe(("the journey", "the click", "officer 7"));
        first.Headers!["page"].GetInt32().ShouldBe(12);
        (await session.Events.FetchStreamStateAsync(_stream))!.ShouldSatisfyAllConditions(
            state => state.Created.ShouldBe(LongAgo),
            state => state.LastTimestamp.ShouldBe(LongAgo.AddDays(1)),
            state => state.AggregateTypeName.ShouldBe("basket"));
    }

    [Fact]
    public async Task stops_at_a_stream_to_be_started_that_exists_and_leaves_nothing_of_that_batch()
    {
        var last = await AppendAsync(_stream, new ItemAdded("pear", 1));
        var actions = new[] { Add(1), Add(2), Add(3), StreamAction.Start(_stream, new ItemAdded("fig", 1)), Add(5) };

        var stop = await Should.ThrowAsync<BulkInsertStoppedException>(Store.BulkInsertEventsAsync(actions, new BulkInsertOptions { BatchSize = 2 }));

        stop.InnerException.ShouldBeOfType<ExistingStreamIdCollisionException>().StreamId.ShouldBe(_stream);
        stop.Committed.ShouldBe(new BulkInsertProgress(2, 2, last + 2));
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(3);
        (await AppendAsync(_stream, new ItemAdded("fig", 1))).ShouldBe(last + 3, "no sequence number is lost to it");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task stops_at_a_wrong_expected_version_and_names_both(long expectedAfter)
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1), new ItemAdded("plum", 1));

        var stop = await Should.ThrowAsync<BulkInsertStoppedException>(
            Store.BulkInsertEventsAsync([StreamAction.Append(_stream, expectedAfter, new ItemAdded("fig", 1))]));

        var conflict = stop.InnerException.ShouldBeOfType<EventStreamUnexpectedVersionException>();
        (conflict.StreamId, conflict.ExpectedVersion, conflict.ActualVersion).ShouldBe((_stream, expectedAfter - 1, 2));
        stop.Code.ShouldBe("BULK_INSERT_STOPPED");
    }

    [Fact]
    public async Task does_not_start_a_stream_twice()
    {
        var twice = await Should.ThrowAsync<BulkInsertStoppedException>(
            Store.BulkInsertEventsAsync([StreamAction.Start(_stream, new DoorCounted(1)), StreamAction.Start(_stream, new DoorCounted(2))]));
        twice.InnerException.ShouldBeOfType<ExistingStreamIdCollisionException>();
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(0);
    }

    [Fact]
    public async Task waits_for_a_writer_who_is_starting_the_same_stream_and_goes_on_after_it()
    {
        await using var open = await Writer.BeginAsync(ConnectionString, _stream);

        var insert = Store.BulkInsertEventsAsync([StreamAction.Append(_stream, new DoorCounted(2))], cancellationToken: Cancellation);
        while (await ScalarAsync<long>("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()") == 0)
            await Task.Delay(5, Cancellation);
        await open.CommitAsync();
        await insert;

        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(_stream)).Select(e => e.Version).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task and_sessions_on_the_same_streams_lose_nothing()
    {
        var streams = Enumerable.Range(0, 5).Select(_ => Guid.NewGuid()).ToList();

        await Task.WhenAll(
            Task.Run(() => Store.BulkInsertEventsAsync(
                Enumerable.Range(0, 200).Select(n => StreamAction.Append(streams[n % 5], new DoorCounted(n))), new BulkInsertOptions { BatchSize = 7 })),
            Task.Run(() => Store.BulkInsertEventsAsync(
                Enumerable.Range(0, 200).Select(n => StreamAction.Append(streams[4 - (n % 5)], new DoorCounted(n))), new BulkInsertOptions { BatchSize = 7 })),
            Task.Run(async () =>
            {
                for (var n = 0; n < 100; n++) await AppendAsync(streams[n % 5], new DoorCounted(n));
            }));

        await using var session = Store.QuerySession();
        foreach (var stream in streams)
            (await session.Events.FetchStreamAsync(stream)).Select(e => e.Version).ShouldBe(Enumerable.Range(1, 100).Select(n => (long)n));
    }

    [Fact]
    public async Task refuses_what_is_not_there_and_what_is_no_event()
    {
        Should.Throw<InvalidStoreUseException>(() => StreamAction.Start(Guid.Empty, new DoorCounted(1))).Code.ShouldBe("STREAM_ID_EMPTY");
        Should.Throw<InvalidStoreUseException>(() => StreamAction.Append(_stream)).Code.ShouldBe("STREAM_ACTION_EMPTY");
        Should.Throw<ArgumentNullException>(() => StreamAction.Append(_stream, new DoorCounted(1), null!));
        (await Should.ThrowAsync<InvalidStoreUseException>(Store.BulkInsertEventsAsync(Array.Empty<StreamAction>()))).Code.ShouldBe("BULK_INSERT_EMPTY");
        (await Should.ThrowAsync<InvalidStoreUseException>(Store.BulkInsertEventsAsync([null!]))).Code.ShouldBe("STREAM_ACTION_NULL");
        await Should.ThrowAsync<UnknownEventTypeException>(Store.BulkInsertEventsAsync([StreamAction.Append(_stream, "just text")]));
        (await ScalarAsync<long>("select count(*) from mt_streams")).ShouldBe(0);
    }

    [Fact]
    public async Task tells_of_its_progress_only_what_is_committed()
    {
        var told = new List<BulkInsertProgress>();
        var seen = new List<long>();
        var progress = new Listener(async progress =>
        {
            told.Add(progress);
            seen.Add(await ScalarAsync<long>("select count(*) from mt_events"));
        });

        await Store.BulkInsertEventsAsync(Enumerable.Range(0, 5).Select(Add), new BulkInsertOptions { BatchSize = 2, Progress = progress });

        told.ShouldBe([new(2, 2, 2), new(4, 4, 4), new(5, 5, 5)]);
        seen.ShouldBe([2, 4, 5]);
    }

    [Fact]
    public async Task leaves_nothing_of_a_batch_in_which_an_event_cannot_be_made_json()
    {
        var actions = new[] { Add(1), Add(2), Add(3), StreamAction.Start(_stream, new Unwritable()) };

        await using var store = NewStore(options => options.Events.AddEventType<Unwritable>());
        var stop = await Should.ThrowAsync<BulkInsertStoppedException>(store.BulkInsertEventsAsync(actions, new BulkInsertOptions { BatchSize = 2 }));

        stop.InnerException.ShouldBeOfType<InvalidEventException>().Code.ShouldBe("EVENT_NOT_SERIALIZABLE");

        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(2);
        (await ScalarAsync<long>("select count(*) from mt_streams")).ShouldBe(2);
        await AppendAsync(_stream, new ItemAdded("pear", 1));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task gives_each_tenant_its_own_whatever_streams_are_identified_by(bool byKey)
    {
        Identity stream = byKey ? "basket/17" : _stream;
        await using var store = NewStore(options =>
        {
            options.DatabaseSchemaName = "tenants";
            options.Events.TenancyStyle = TenancyStyle.Conjoined;
            options.Events.AddTenants("east", "west");
            options.Events.StreamIdentity = byKey ? StreamIdentity.AsString : StreamIdentity.AsGuid;
            options.Projections.Snapshot<Basket>(ProjectionLifecycle.Inline);
        });
        await store.Schema.ApplyAsync();
        foreach (var tenant in new[] { "east", "west", "west" })
        {
            await store.BulkInsertEventsAsync(
                [StreamAction.Append(stream, new BasketOpened(Guid.Empty, tenant), new ItemAdded("pear", 1))], new BulkInsertOptions { TenantId = tenant });
        }

        await using var east = store.QuerySession("east");
        await using var west = store.LightweightSession("west");
        (await east.LoadAsync<Basket>(stream))!.Name.ShouldBe("east");
        (await ((IQuerySession)west).Events.FetchStreamAsync(stream)).Select(e => e.Version).ShouldBe([1, 2, 3, 4]);
        west.Events.ArchiveStream(stream);
        await west.SaveChangesAsync();
        var stop = await Should.ThrowAsync<BulkInsertStoppedException>(
            store.BulkInsertEventsAsync([StreamAction.Append(stream, new ItemAdded("fig", 1))], new BulkInsertOptions { TenantId = "west" }));
        stop.InnerException.ShouldBeOfType<ArchivedStreamException>();
        await Should.ThrowAsync<UnknownTenantIdException>(
            store.BulkInsertEventsAsync([StreamAction.Append(stream, new ItemAdded("fig", 1))], new BulkInsertOptions { TenantId = "north" }));
    }

    private static StreamAction Add(int quantity) => StreamAction.Start(Guid.NewGuid(), new ItemAdded("pear", quantity));

    private sealed record Unwritable
    {
        public string Word => throw new NotImplementedException();
    }

    /// <summary>Unlike Progress&lt;T&gt;, done before the insert goes on.</summary>
    private sealed class Listener(Func<BulkInsertProgress, Task> listen) : IProgress<BulkInsertProgress>
    {
        public void Report(BulkInsertProgress value) => Task.Run(() => listen(value)).GetAwaiter().GetResult();
    }
}
