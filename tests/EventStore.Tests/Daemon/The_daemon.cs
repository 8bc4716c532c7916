namespace EventStore.Tests;

public sealed class The_daemon : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Ledger _ledger = new("ledger");
    private readonly Ledger _doors = new("doors") { EventTypes = [typeof(DoorCounted)] };

    [Fact]
    public async Task brings_every_projection_and_subscription_up_to_a_position()
    {
        await Daemon.StartAsync();
        var shopper = Guid.NewGuid();
        await AppendAsync(_stream, new BasketOpened(shopper, "blue"), new ItemAdded("pear", 3));
        await AppendAsync(Guid.NewGuid(), new DoorCounted(4));
        var last = await AppendAsync(_stream, new ItemRemoved("pear", 1));

        await Daemon.WaitForAsync(last, Cancellation);

        await using var session = Store.QuerySession();
        (await session.LoadAsync<BasketSummary>(_stream))!.Items.ShouldBe(2);
        (await session.LoadAsync<ShopperTotals>(shopper))!.Names.ShouldBe(["blue"]);
        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3, 4]);
        (await LedgerAsync("doors")).ShouldBe([3]);
        Daemon.Status.IsHealthy.ShouldBeTrue();
    }

    [Fact]
    public async Task handles_what_was_there_before_it_and_goes_on_from_its_checkpoint()
    {
        var last = await AppendAsync(_stream, [.. Enumerable.Range(0, 25).Select(n => new DoorCounted(n))]);
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);
        await Daemon.StopAsync();
        last = await AppendAsync(_stream, new DoorCounted(99));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(last, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe(await LogAsync());
        (await ScalarAsync<long>("select last_seq_id from mt_event_progression where name = 'ledger:All'")).ShouldBe(26);
    }

    [Fact]
    public async Task commits_a_page_and_its_checkpoint_together()
    {
        // The third page fails after it has queued its writes: none of it may be seen.
        _ledger.After = page => page.Any(e => e.Sequence > 20) ? throw new TimeoutException("no further") : Task.CompletedTask;
        await AppendAsync(_stream, [.. Enumerable.Range(0, 25).Select(n => new DoorCounted(n))]);
        await Daemon.StartAsync();
        await UntilAsync(() => Shard("ledger").State == ShardState.Retrying);

        (await LedgerAsync("ledger")).ShouldBe(Enumerable.Range(1, 20).Select(n => (long)n));
        (await ScalarAsync<long>("select last_seq_id from mt_event_progression where name = 'ledger:All'")).ShouldBe(20);
    }

    [Fact]
    public async Task tries_a_failing_projection_again_says_so_and_lets_the_others_go_on()
    {
        var isBroken = true;
        _ledger.Before = _ => isBroken ? throw new TimeoutException("the shelf is out of reach") : Task.CompletedTask;
        await Daemon.StartAsync();
        var last = await AppendAsync(_stream, new DoorCounted(1));

        await Daemon.WaitForAsync("doors", last, Cancellation);
        await UntilAsync(() => Shard("ledger").Attempts >= 2);
        Shard("ledger").ShouldSatisfyAllConditions(
            shard => shard.State.ShouldBe(ShardState.Retrying),
            shard => shard.LastError!.ShouldContain("the shelf is out of reach"),
            shard => shard.Lag.ShouldBe(1));
        Daemon.Status.IsHealthy.ShouldBeFalse();
        isBroken = false;

        await Daemon.WaitForAsync("ledger", last, Cancellation);
        (await LedgerAsync("ledger")).ShouldBe([1]);
        await UntilAsync(() => Daemon.Status.IsHealthy);
        Shard("ledger").LastError.ShouldBeNull();
    }

    [Fact]
    public async Task runs_each_projection_on_one_node_and_moves_it_when_the_node_stops()
    {
        await using var otherStore = NewStore();
        await using var other = otherStore.BuildDaemon();
        await Daemon.StartAsync();
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Running));
        await other.StartAsync();
        await UntilAsync(() => other.Status.Shards.All(shard => shard.State == ShardState.Standby));
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await other.WaitForAsync(last, Cancellation);

        await Daemon.StopAsync();
        last = await AppendAsync(_stream, new DoorCounted(2));
        await other.WaitForAsync(last, Cancellation);

        other.Status.Shards.ShouldAllBe(shard => shard.State == ShardState.Running);
        (await LedgerAsync("ledger")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task sees_the_commits_of_other_processes()
    {
        await Daemon.StartAsync();
        await using var otherStore = NewStore();
        await using var session = otherStore.LightweightSession();
        session.Events.Append(_stream, new DoorCounted(1));
        await session.SaveChangesAsync();
        await using var foreign = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await foreign.CommitAsync();

        await Daemon.WaitForAsync(foreign.Sequence, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task skips_no_event_that_commits_late_and_waits_for_no_number_that_never_comes()
    {
        await Daemon.StartAsync();
        await using var late = await Writer.BeginAsync(ConnectionString, Guid.NewGuid());
        await using (var undone = await Writer.BeginAsync(ConnectionString, Guid.NewGuid())) await undone.RollbackAsync();
        var last = await AppendAsync(_stream, new DoorCounted(1));
        var waiting = Daemon.WaitForAsync(last, Cancellation);

        waiting.IsCompleted.ShouldBeFalse();
        await late.CommitAsync();
        await waiting;

        (await LedgerAsync("ledger")).ShouldBe([late.Sequence, last]);
    }

    [Fact]
    public async Task appends_what_a_subscription_asks_for_in_the_same_transaction_as_its_checkpoint()
    {
        var echo = new Echo();
        await using var store = NewStore(options => options.Projections.Subscribe(echo));
        await using var daemon = store.BuildDaemon();
        await daemon.StartAsync();
        await AppendAsync(_stream, new DoorCounted(1), new DoorCounted(2));

        await daemon.WaitForAsync("echo", 4, Cancellation);

        await using var session = store.QuerySession();
        (await session.Events.FetchStreamAsync(Echo.Stream)).Select(e => e.CausationId).ShouldBe(["1", "1"]);
    }

    [Fact]
    public async Task works_through_a_pool_of_the_callers_that_resets_its_connections()
    {
        await using var pool = Npgsql.NpgsqlDataSource.Create(ConnectionString);
        await using var store = NewStore(options => options.Connection(pool));
        await using var daemon = store.BuildDaemon();
        await daemon.StartAsync();
        await using var session = store.LightweightSession();
        for (var i = 0; i < 5; i++)
        {
            session.Events.Append(_stream, new DoorCounted(i));
            await session.SaveChangesAsync();
        }

        await daemon.WaitForAsync(session.LastSequence, Cancellation);

        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task says_which_projections_there_are_when_asked_for_another()
    {
        var refusal = await Should.ThrowAsync<InvalidStoreUseException>(Daemon.WaitForAsync("nobody", 1));

        refusal.Code.ShouldBe("PROJECTION_UNKNOWN");
        refusal.Message.ShouldContain("BasketSummary, ShopperTotals, ledger, doors");
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.BatchSize = 10;
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Add((IProjection)_ledger, ProjectionLifecycle.Async);
        options.Projections.Subscribe(_doors);
    }

    private ShardStatus Shard(string name) => Daemon.Status.Shards.Single(shard => shard.Name == name);

    /// <summary>Answers each count of doors with a basket's event in one stream.</summary>
    private sealed class Echo : ISubscription
    {
        public static Guid Stream { get; } = Guid.NewGuid();

        public string Name => "echo";

        public IReadOnlyCollection<Type>? EventTypes => [typeof(DoorCounted)];

        public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
        {
            operations.CausationId = $"{page[0].Sequence}";
            operations.Events.Append(Stream, [.. page.Select(e => new ItemAdded("echo", ((DoorCounted)e.Data).People))]);
            return Task.CompletedTask;
        }
    }
}
