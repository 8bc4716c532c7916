namespace EventStore.Tests;

public sealed class When_an_event_cannot_be_handled : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Ledger _ledger = new("ledger");
    private readonly Ledger _stubborn = new("stubborn");
    private readonly FragileProjection _fragile = new();

    [Fact]
    public async Task it_alone_is_skipped_and_all_others_take_effect_once()
    {
        _ledger.Before = page => page.Any(e => e.Sequence is 7 or 13) ? throw new FormatException("no such door") : Task.CompletedTask;
        var last = await AppendAsync(_stream, Doors(25));
        await Daemon.StartAsync();

        await Daemon.WaitForAsync("ledger", last, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe((await LogAsync()).Except([7L, 13]));
        (await Store.DeadLetters.ListAsync("ledger")).Select(letter => letter.EventSequence).ShouldBe([13, 7]);
    }

    [Fact]
    public async Task it_is_kept_as_Marten_keeps_it()
    {
        _ledger.Before = _ => throw new FormatException("no such door");
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", last, Cancellation);

        var letter = (await Store.DeadLetters.ListAsync()).Single();
        letter.ExceptionMessage.ShouldBe("no such door");
        (await ScalarAsync<string>("select string_agg(key, ' ' order by key) from mt_doc_deadletterevent, jsonb_object_keys(data) as key"))
            .ShouldBe("EventSequence ExceptionMessage ExceptionType Id ProjectionName ShardName TenantId Timestamp");
        (await ScalarAsync<string>("select concat_ws(' ', data ->> 'ProjectionName', data ->> 'ShardName', data ->> 'ExceptionType', data ->> 'EventSequence', data ->> 'TenantId', mt_dotnet_type) from mt_doc_deadletterevent"))
            .ShouldBe("ledger All FormatException 1 *DEFAULT* JasperFx.Events.Daemon.DeadLetterEvent");
        (await ScalarAsync<bool>("select id = (data ->> 'Id')::uuid from mt_doc_deadletterevent")).ShouldBeTrue();
    }

    [Fact]
    public async Task it_is_tried_again_first_so_that_a_passing_failure_costs_no_event()
    {
        var tries = 0;
        _ledger.Before = _ => ++tries <= 2 ? throw new FormatException("not just now") : Task.CompletedTask;
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await Daemon.StartAsync();

        await Daemon.WaitForAsync("ledger", last, Cancellation);

        tries.ShouldBe(3);
        (await LedgerAsync("ledger")).ShouldBe([1]);
        (await Store.DeadLetters.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task its_data_may_be_what_does_not_fit()
    {
        await AppendAsync(_stream, Doors(3));
        await ExecuteAsync("""update mt_events set data = '{"People": "many"}' where seq_id = 2""");
        await Daemon.StartAsync();

        await Daemon.WaitForAsync("ledger", 3, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe([1, 3]);
        (await Store.DeadLetters.ListAsync("ledger")).Single().ExceptionType.ShouldBe(nameof(EventDeserializationException));
    }

    [Fact]
    public async Task the_projection_stops_before_it_if_it_was_told_to_and_goes_on_when_resumed()
    {
        var isBroken = true;
        _stubborn.Before = page => isBroken && page.Any(e => e.Sequence == 3) ? throw new FormatException("no such door") : Task.CompletedTask;
        var last = await AppendAsync(_stream, Doors(5));
        await Daemon.StartAsync();

        await UntilAsync(() => Shard("stubborn").State == ShardState.Paused);
        (await LedgerAsync("stubborn")).ShouldBe([1, 2]);
        Shard("stubborn").Pause.ShouldNotBeNull().ShouldSatisfyAllConditions(
            pause => pause.By.ShouldBe("daemon"),
            pause => pause.FailedSequence.ShouldBe(3),
            pause => pause.Reason.ShouldContain("no such door"));
        Daemon.Status.IsHealthy.ShouldBeFalse();
        (await Store.DeadLetters.ListAsync("stubborn")).ShouldBeEmpty();

        isBroken = false;
        await Daemon.ResumeAsync("stubborn", Cancellation);
        await Daemon.WaitForAsync("stubborn", last, Cancellation);
        (await LedgerAsync("stubborn")).ShouldBe([1, 2, 3, 4, 5]);
        await UntilAsync(() => Daemon.Status.IsHealthy);
    }

    [Fact]
    public async Task one_after_the_other_it_is_the_projection_that_is_broken_and_stops()
    {
        _ledger.Before = page => page.Any(e => e.Sequence > 4) ? throw new FormatException("no doors at all") : Task.CompletedTask;
        await AppendAsync(_stream, Doors(12));
        await Daemon.StartAsync();

        await UntilAsync(() => Shard("ledger").State == ShardState.Paused);

        (await Store.DeadLetters.ListAsync("ledger")).Select(letter => letter.EventSequence).ShouldBe([7, 6, 5]);
        Shard("ledger").Pause!.FailedSequence.ShouldBe(8);
        await UntilAsync(() => Shard("ledger").DeadLetters == 3);
    }

    [Fact]
    public async Task a_database_or_a_table_that_is_away_is_no_fault_of_the_event()
    {
        await ExecuteAsync("alter table ledger rename to ledger_away");
        var last = await AppendAsync(_stream, Doors(3));
        await Daemon.StartAsync();
        await UntilAsync(() => Shard("ledger").Attempts >= 5);

        await ExecuteAsync("alter table ledger_away rename to ledger");
        await Daemon.WaitForAsync(last, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3]);
        (await Store.DeadLetters.ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task it_can_be_handed_again_once_the_projection_is_mended()
    {
        var isBroken = true;
        _ledger.Before = page => isBroken && page.Any(e => e.Sequence == 2) ? throw new FormatException("no such door") : Task.CompletedTask;
        var last = await AppendAsync(_stream, Doors(3));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", last, Cancellation);
        var letter = (await Store.DeadLetters.ListAsync("ledger")).Single();

        (await Should.ThrowAsync<DeadLetterReplayException>(Store.DeadLetters.ReplayAsync(letter.Id))).DeadLetter.ShouldBe(letter);
        (await LedgerAsync("ledger")).ShouldBe([1, 3]);
        (await Store.DeadLetters.ListAsync("ledger")).ShouldBe([letter]);

        isBroken = false;
        (await Store.DeadLetters.ReplayAsync(letter.Id)).ShouldBeTrue();
        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3]);
        (await Store.DeadLetters.ListAsync("ledger")).ShouldBeEmpty();
        (await Store.DeadLetters.ReplayAsync(letter.Id)).ShouldBeFalse();

        // The daemon was not disturbed: it goes on where it was.
        await Daemon.WaitForAsync("ledger", await AppendAsync(_stream, new DoorCounted(4)), Cancellation);
        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public async Task a_document_of_one_stream_is_then_what_the_whole_stream_gives()
    {
        _fragile.Breaks = e => e.Data is ItemAdded { Item: "fig" or "plum" };
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("fig", 2), new ItemAdded("pear", 3), new ItemAdded("plum", 4));
        var last = await AppendAsync(_stream, new ItemRemoved("fig", 1));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("fragile", last, Cancellation);
        (await NamesAsync()).ShouldBe(["BasketOpened", "ItemAdded", "ItemRemoved"]);

        _fragile.Breaks = e => e.Data is ItemAdded { Item: "plum" };
        var (replayed, failures) = await Store.DeadLetters.ReplayAllAsync("fragile");

        (replayed, failures.Single().DeadLetter.EventSequence).ShouldBe((1, 4));
        (await NamesAsync()).ShouldBe(["BasketOpened", "ItemAdded", "ItemAdded", "ItemRemoved"]);

        _fragile.Breaks = _ => false;
        (await Store.DeadLetters.ReplayAllAsync("fragile")).Replayed.ShouldBe(1);
        (await NamesAsync()).ShouldBe(["BasketOpened", "ItemAdded", "ItemAdded", "ItemAdded", "ItemRemoved"]);
        (await ScalarAsync<long>("select mt_version from mt_doc_when_an_event_cannot_be_handled_history")).ShouldBe(5);
    }

    [Fact]
    public async Task it_can_be_given_up()
    {
        _ledger.Before = page => page.Any(e => e.Sequence == 1) ? throw new FormatException("no such door") : Task.CompletedTask;
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", await AppendAsync(_stream, Doors(2)), Cancellation);
        var letter = (await Store.DeadLetters.ListAsync("ledger")).Single();

        (await Store.DeadLetters.DiscardAsync(letter.Id)).ShouldBeTrue();

        (await Store.DeadLetters.ListAsync()).ShouldBeEmpty();
        (await Store.DeadLetters.DiscardAsync(letter.Id)).ShouldBeFalse();
    }

    [Fact]
    public async Task the_list_goes_on_where_a_page_of_it_ended()
    {
        _ledger.Before = page => page.Any(e => e.Sequence % 2 == 0) ? throw new FormatException("no such door") : Task.CompletedTask;
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", await AppendAsync(_stream, Doors(11)), Cancellation);

        var first = await Store.DeadLetters.ListAsync("ledger", 3);
        var second = await Store.DeadLetters.ListAsync("ledger", 3, first[^1]);

        first.Concat(second).Select(letter => letter.EventSequence).ShouldBe([10, 8, 6, 4, 2]);
    }

    [Fact]
    public async Task a_page_computed_before_a_replay_is_computed_again_after_it()
    {
        // The page after the replay has its documents in hand when the replay changes them: its own write would undo that.
        _fragile.Breaks = e => e.Data is ItemAdded { Item: "fig" };
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "blue"), new ItemAdded("fig", 2));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("fragile", 2, Cancellation);
        var letter = (await Store.DeadLetters.ListAsync("fragile")).Single();
        using var isInHand = new ManualResetEventSlim();
        using var mayGoOn = new ManualResetEventSlim();
        _fragile.Breaks = e =>
        {
            if (e.Data is not ItemRemoved || mayGoOn.IsSet) return false;
            isInHand.Set();
            mayGoOn.Wait(Cancellation);
            return false;
        };

        var last = await AppendAsync(_stream, new ItemRemoved("pear", 1));
        await Task.Run(() => isInHand.Wait(Cancellation));
        await Store.DeadLetters.ReplayAsync(letter.Id);
        mayGoOn.Set();
        await Daemon.WaitForAsync("fragile", last, Cancellation);

        (await NamesAsync()).ShouldBe(["BasketOpened", "ItemAdded", "ItemRemoved"]);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Errors.FirstDelay = TimeSpan.FromMilliseconds(1);
        options.Projections.Errors.MaxSkipsInARow = 3;
        options.Projections.Add((IProjection)_ledger, ProjectionLifecycle.Async);
        options.Projections.Subscribe(_stubborn, one => one.Errors = new ErrorHandlingOptions
        {
            Retries = 0,
            SkipApplyErrors = false,
            SkipSerializationErrors = false,
        });
        options.Projections.Add(_fragile, ProjectionLifecycle.Async);
    }

    private static object[] Doors(int count) => [.. Enumerable.Range(0, count).Select(n => new DoorCounted(n))];

    private ShardStatus Shard(string name) => Daemon.Status.Shards.Single(shard => shard.Name == name);

    private async Task<IReadOnlyList<string>> NamesAsync()
    {
        await using var session = Store.QuerySession();
        return (await session.LoadAsync<History>(_stream))!.Events;
    }

    public sealed record History(Guid Id, IReadOnlyList<string> Events);

    private sealed class FragileProjection : SingleStreamProjection<History>
    {
        public Func<IEvent, bool> Breaks { get; set; } = _ => false;

        public override string Name => "fragile";

        public override IReadOnlyCollection<Type>? EventTypes => [typeof(BasketOpened), typeof(ItemAdded), typeof(ItemRemoved)];

        public override History? Evolve(History? snapshot, Guid id, IEvent e) =>
            Breaks(e) ? throw new FormatException($"no such item") : new History(id, [.. snapshot?.Events ?? [], e.Data.GetType().Name]);
    }
}
