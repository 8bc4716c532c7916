using System.Text.Json;

namespace EventStore.Tests;

public sealed class When_appending : StoreSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task a_started_stream_has_its_events_in_order_with_versions_from_one()
    {
        await using var session = Store.LightweightSession();
        session.Events.StartStream<Basket>(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 2), new ItemRemoved("pear", 1));
        await session.SaveChangesAsync();

        var events = await session.Events.FetchStreamAsync(_stream);
        events.Select(e => e.Version).ShouldBe([1, 2, 3]);
        events.Select(e => e.EventTypeName).ShouldBe(["basket_opened", "item_added", "item_removed"]);
        events[1].Data.ShouldBe(new ItemAdded("pear", 2));
        events.Select(e => e.Sequence).ShouldBe(session.LastSavedEvents.Select(e => e.Sequence));
        session.LastSequence.ShouldBe(events[^1].Sequence);
    }

    [Fact]
    public async Task starting_a_stream_that_exists_is_refused_and_writes_nothing()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));

        await using var session = Store.LightweightSession();
        session.Events.StartStream<Basket>(_stream, new ItemAdded("plum", 1));
        session.Events.Append(Guid.NewGuid(), new ItemAdded("fig", 1));

        var refusal = await Should.ThrowAsync<ExistingStreamIdCollisionException>(session.SaveChangesAsync());
        refusal.StreamId.ShouldBe(_stream);
        refusal.Code.ShouldBe("EXISTING_STREAM_ID_COLLISION");
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task appending_without_a_version_starts_the_stream_or_goes_on_wherever_it_is()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        await AppendAsync(_stream, new ItemAdded("plum", 1), new ItemAdded("fig", 1));

        await using var session = Store.QuerySession();
        (await session.Events.FetchStreamAsync(_stream)).Select(e => e.Version).ShouldBe([1, 2, 3]);
        (await session.Events.FetchStreamStateAsync(_stream))!.Version.ShouldBe(3);
    }

    [Fact]
    public async Task the_expected_version_is_the_version_after_the_append_as_in_Marten()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));

        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, 3, new ItemAdded("plum", 1), new ItemAdded("fig", 1));
        await session.SaveChangesAsync();

        (await session.Events.FetchStreamStateAsync(_stream))!.Version.ShouldBe(3);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(9)]
    public async Task a_wrong_expected_version_is_refused_with_both_versions_and_costs_no_sequence_number(long expectedAfter)
    {
        var last = await AppendAsync(_stream, new ItemAdded("pear", 1), new ItemAdded("plum", 1));

        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, expectedAfter, new ItemAdded("fig", 1));

        var refusal = await Should.ThrowAsync<EventStreamUnexpectedVersionException>(session.SaveChangesAsync());
        refusal.StreamId.ShouldBe(_stream);
        refusal.ExpectedVersion.ShouldBe(expectedAfter - 1);
        refusal.ActualVersion.ShouldBe(2);
        refusal.Code.ShouldBe("EVENT_STREAM_UNEXPECTED_VERSION");
        (await AppendAsync(_stream, new ItemAdded("fig", 1))).ShouldBe(last + 1);
    }

    [Fact]
    public async Task an_aggregate_fetched_for_writing_is_appended_to_once()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await using var first = Store.LightweightSession();
        await using var second = Store.LightweightSession();
        var mine = await first.Events.FetchForWriting<Basket>(_stream);
        var theirs = await second.Events.FetchForWriting<Basket>(_stream);
        mine.Aggregate!.Items.ShouldBe(3);

        mine.AppendOne(new ItemRemoved("pear", 1));
        mine.AppendOne(new BasketClosed("paid"));
        mine.CurrentVersion.ShouldBe(4);
        theirs.AppendOne(new BasketClosed("forgotten"));
        await first.SaveChangesAsync();

        var refusal = await Should.ThrowAsync<EventStreamUnexpectedVersionException>(second.SaveChangesAsync());
        (refusal.ExpectedVersion, refusal.ActualVersion).ShouldBe((2, 4));
    }

    [Fact]
    public async Task two_who_fetched_a_stream_that_does_not_exist_cannot_both_start_it()
    {
        await using var first = Store.LightweightSession();
        await using var second = Store.LightweightSession();
        var mine = await first.Events.FetchForWriting<Basket>(_stream);
        var theirs = await second.Events.FetchForWriting<Basket>(_stream);
        mine.Aggregate.ShouldBeNull();
        mine.AppendOne(new BasketOpened(Guid.NewGuid(), "mine"));
        theirs.AppendOne(new BasketOpened(Guid.NewGuid(), "theirs"));
        await first.SaveChangesAsync();

        var refusal = await Should.ThrowAsync<EventStreamUnexpectedVersionException>(second.SaveChangesAsync());
        (refusal.ExpectedVersion, refusal.ActualVersion).ShouldBe((0, 1));
        (await first.Events.FetchStreamStateAsync(_stream))!.AggregateTypeName.ShouldBe("basket");
    }

    [Fact]
    public async Task fetching_for_writing_at_a_version_seen_earlier_refuses_a_stale_view()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("pear", 3));
        await using var session = Store.LightweightSession();

        var refusal = await Should.ThrowAsync<EventStreamUnexpectedVersionException>(session.Events.FetchForWriting<Basket>(_stream, 1));

        (refusal.ExpectedVersion, refusal.ActualVersion).ShouldBe((1, 2));
        (await session.Events.FetchForWriting<Basket>(_stream, 2)).Aggregate!.Items.ShouldBe(3);
    }

    [Fact]
    public async Task a_unit_of_work_is_all_or_nothing_with_the_callers_own_statements()
    {
        await ExecuteAsync("create table shelf (id int primary key)");
        await using var session = Store.LightweightSession();
        session.Events.Append(_stream, new ItemAdded("pear", 1));
        session.QueueSqlCommand(new Npgsql.NpgsqlBatchCommand("insert into shelf values (1)"));
        await session.SaveChangesAsync();

        session.Events.Append(_stream, new ItemAdded("plum", 1));
        session.QueueSqlCommand(new Npgsql.NpgsqlBatchCommand("insert into shelf values (1)"));
        var failure = await Should.ThrowAsync<Npgsql.PostgresException>(session.SaveChangesAsync());

        failure.SqlState.ShouldBe("23505");
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(1);
        (await ScalarAsync<long>("select version from mt_streams")).ShouldBe(1);
    }

    [Fact]
    public async Task metadata_is_kept_with_every_event()
    {
        await using var session = Store.LightweightSession();
        (session.CorrelationId, session.CausationId, session.LastModifiedBy) = ("the journey", "the click", "officer 7");
        session.SetHeader("channel", "web");
        session.SetHeader("attempt", 2);
        session.Events.Append(_stream, new ItemAdded("pear", 1), new ItemAdded("plum", 1));
        await session.SaveChangesAsync();

        foreach (var e in await session.Events.FetchStreamAsync(_stream))
        {
            (e.CorrelationId, e.CausationId, e.UserName).ShouldBe(("the journey", "the click", "officer 7"));
            e.Headers!["channel"].GetString().ShouldBe("web");
            e.Headers["attempt"].GetInt32().ShouldBe(2);
            e.Timestamp.ShouldBe(session.LastSavedEvents[0].Timestamp);
        }
    }

    [Fact]
    public async Task an_idempotency_key_lets_the_work_happen_once_and_gives_the_first_result()
    {
        await using var first = Store.LightweightSession();
        first.SetIdempotencyKey("submit-1", "receipt A");
        first.Events.StartStream<Basket>(_stream, new ItemAdded("pear", 1));
        await first.SaveChangesAsync();

        await using var again = Store.LightweightSession();
        again.SetIdempotencyKey("submit-1", "receipt B");
        again.Events.StartStream<Basket>(_stream, new ItemAdded("pear", 1));

        var refusal = await Should.ThrowAsync<IdempotencyKeyReusedException>(again.SaveChangesAsync());
        (refusal.Key, refusal.FirstResult).ShouldBe(("submit-1", "receipt A"));
        (await ScalarAsync<long>("select count(*) from mt_events")).ShouldBe(1);
    }

    [Fact]
    public async Task a_key_whose_work_was_refused_is_free_again()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));
        await using var refused = Store.LightweightSession();
        refused.SetIdempotencyKey("submit-1", "never");
        refused.Events.StartStream<Basket>(_stream, new ItemAdded("plum", 1));
        await Should.ThrowAsync<ExistingStreamIdCollisionException>(refused.SaveChangesAsync());

        await using var session = Store.LightweightSession();
        session.SetIdempotencyKey("submit-1", "done");
        session.Events.Append(_stream, new ItemAdded("plum", 1));
        await session.SaveChangesAsync();

        session.LastSequence.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task many_events_of_many_streams_go_in_one_unit_of_work()
    {
        var streams = Enumerable.Range(0, 50).Select(_ => Guid.NewGuid()).ToList();
        await using var session = Store.LightweightSession();
        foreach (var stream in streams) session.Events.StartStream<Basket>(stream, [.. Enumerable.Range(1, 40).Select(n => new ItemAdded("pear", n))]);
        await session.SaveChangesAsync();

        foreach (var stream in streams)
        {
            var events = await session.Events.FetchStreamAsync(stream);
            events.Select(e => ((ItemAdded)e.Data).Quantity).ShouldBe(Enumerable.Range(1, 40));
            events.Select(e => e.Sequence).ShouldBeInOrder();
        }
    }

    [Fact]
    public async Task events_are_written_as_Marten_writes_them()
    {
        await AppendAsync(_stream, new ItemAdded("pear", 1));

        (await ScalarAsync<string>("select mt_dotnet_type from mt_events")).ShouldBe("EventStore.Tests.ItemAdded, EventStore.Tests");
        var data = JsonDocument.Parse(await ScalarAsync<string>("select data::text from mt_events")).RootElement;
        data.GetProperty("Item").GetString().ShouldBe("pear");
        (await ScalarAsync<string>("select tenant_id from mt_streams")).ShouldBe("*DEFAULT*");
        (await ScalarAsync<bool>("select is_archived from mt_events")).ShouldBeFalse();
    }
}
