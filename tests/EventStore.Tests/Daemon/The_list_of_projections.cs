namespace EventStore.Tests;

public sealed class The_list_of_projections : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();
    private readonly Ledger _ledger = new("ledger");

    [Fact]
    public async Task says_the_same_in_a_process_that_runs_none_of_them()
    {
        await Daemon.StartAsync();
        var last = await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "one"));
        await Daemon.WaitForAsync(last, Cancellation);
        await using var otherStore = NewStore();
        await using var other = otherStore.BuildDaemon();

        var list = await other.ListAsync(Cancellation);

        list.Select(one => (one.Name, one.Lifecycle, one.State, one.CanRebuild)).ShouldBe(
            [
                ("BasketSummary", ProjectionLifecycle.Inline, ProjectionState.Inline, true),
                ("ShopperTotals", ProjectionLifecycle.Async, ProjectionState.Running, true),
                ("ledger", ProjectionLifecycle.Async, ProjectionState.Running, false),
            ]);
        list.ShouldAllBe(one => one.Position == last && one.HighWaterMark == last && one.Lag == 0 && one.LagTime == TimeSpan.Zero);
    }

    [Fact]
    public async Task says_how_far_behind_what_does_not_run_is_and_why()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "one"), new ItemAdded("pear", 1));
        (await Of("ledger")).ShouldSatisfyAllConditions(
            one => one.State.ShouldBe(ProjectionState.Stopped), one => one.Lag.ShouldBe(2), one => one.LagTime.ShouldBeGreaterThan(TimeSpan.Zero));

        await Daemon.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);

        (await Of("ledger")).ShouldSatisfyAllConditions(
            one => one.State.ShouldBe(ProjectionState.Paused), one => one.Pause.ShouldNotBeNull().Reason.ShouldBe("the shelf is moved"));
    }

    [Fact]
    public async Task says_when_the_node_that_owns_one_is_not_heard_of()
    {
        await Daemon.StartAsync();
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Running));
        (await Of("ledger")).State.ShouldBe(ProjectionState.Running);

        // Whatever it says of itself comes an hour late.
        await ExecuteAsync("create function deaf() returns trigger language plpgsql as $$ begin new.seen_alive := now() - interval '1 hour'; return new; end $$");
        await ExecuteAsync("create trigger deaf before update on mt_projection_owners for each row execute function deaf()");
        await ExecuteAsync("update mt_projection_owners set backend_pid = backend_pid");

        (await Of("ledger")).State.ShouldBe(ProjectionState.Silent);
    }

    [Fact]
    public async Task counts_dead_letters()
    {
        _ledger.Before = _ => throw new FormatException("no such door");
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await Daemon.StartAsync();
        await Daemon.WaitForAsync("ledger", last, Cancellation);

        (await Of("ledger")).DeadLetters.ShouldBe(1);
    }

    [Fact]
    public async Task shows_a_rebuild_under_way_and_what_one_that_was_cut_off_has_left()
    {
        await AppendAsync(_stream, new BasketOpened(Guid.NewGuid(), "one"));
        (await Of("ShopperTotals")).ShouldSatisfyAllConditions(one => one.IsRebuilding.ShouldBeFalse(), one => one.RebuiltUpTo.ShouldBeNull());
        await Daemon.RebuildProjectionAsync("ShopperTotals", cancellationToken: Cancellation);
        await using var held = await Store.DataSource.OpenConnectionAsync(Cancellation);
        await using var transaction = await held.BeginTransactionAsync(Cancellation);
        await using (var hold = new Npgsql.NpgsqlCommand("select 1 from mt_event_progression where name = 'ShopperTotals:All' for update", held))
            await hold.ExecuteNonQueryAsync(Cancellation);
        using var stop = new CancellationTokenSource();
        var rebuild = Daemon.RebuildProjectionAsync("ShopperTotals", cancellationToken: stop.Token);

        ProjectionSummary seen;
        do seen = await Of("ShopperTotals");
        while (seen.RebuiltUpTo is null);
        seen.IsRebuilding.ShouldBeTrue();

        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(rebuild);
        (await Of("ShopperTotals")).ShouldSatisfyAllConditions(one => one.IsRebuilding.ShouldBeFalse(), one => one.RebuiltUpTo.ShouldBe(0));
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add(new BasketSummaryProjection(), ProjectionLifecycle.Inline);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Add((IProjection)_ledger, ProjectionLifecycle.Async);
        options.Projections.Errors.Retries = 0;
    }

    private async Task<ProjectionSummary> Of(string name) => (await Daemon.ListAsync(Cancellation)).Single(one => one.Name == name);
}
