namespace EventStore.Tests;

public sealed class When_a_projection_is_paused : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task it_handles_nothing_and_says_who_paused_it_and_why_while_the_others_go_on()
    {
        await Daemon.StartAsync();
        await Daemon.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);
        await UntilAsync(() => Shard(Daemon, "ledger").State == ShardState.Paused);

        var last = await AppendAsync(_stream, new DoorCounted(1));
        await Daemon.WaitForAsync("other", last, Cancellation);

        (await LedgerAsync("ledger")).ShouldBeEmpty();
        Shard(Daemon, "ledger").ShouldSatisfyAllConditions(
            shard => shard.Pause.ShouldNotBeNull().ShouldSatisfyAllConditions(
                pause => pause.Reason.ShouldBe("the shelf is moved"), pause => pause.By.ShouldBe("Ada"), pause => pause.IsFailure.ShouldBeFalse()),
            shard => shard.Lag.ShouldBe(1),
            shard => shard.IsHealthy.ShouldBeTrue());
        await UntilAsync(() => Shard(Daemon, "ledger").LagTime > TimeSpan.Zero);

        await Daemon.ResumeAsync("ledger", Cancellation);
        await Daemon.WaitForAsync("ledger", last, Cancellation);
        (await LedgerAsync("ledger")).ShouldBe([1]);
        await UntilAsync(() => Shard(Daemon, "ledger") is { LagTime.Ticks: 0, Pause: null });
    }

    [Fact]
    public async Task another_process_may_ask_for_it_and_end_it()
    {
        await Daemon.StartAsync();
        await UntilAsync(() => Shard(Daemon, "ledger").State == ShardState.Running);
        await using var otherStore = NewStore();
        await using var commandLine = otherStore.BuildDaemon();

        await commandLine.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);
        await UntilAsync(() => Shard(Daemon, "ledger").State == ShardState.Paused);
        await commandLine.ResumeAsync("ledger", Cancellation);

        await UntilAsync(() => Shard(Daemon, "ledger").State == ShardState.Running);
    }

    [Fact]
    public async Task it_stays_so_over_a_restart()
    {
        await Daemon.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await using var restartedStore = NewStore();
        await using var restarted = restartedStore.BuildDaemon();

        await restarted.StartAsync();
        await restarted.WaitForAsync("other", last, Cancellation);

        await UntilAsync(() => Shard(restarted, "ledger").State == ShardState.Paused);
        (await LedgerAsync("ledger")).ShouldBeEmpty();
    }

    [Fact]
    public async Task the_first_reason_stands()
    {
        await Daemon.PauseAsync("ledger", "the shelf is moved", "Ada", Cancellation);
        await Daemon.PauseAsync("ledger", "lunch", "Bob", Cancellation);

        Shard(Daemon, "ledger").Pause!.By.ShouldBe("Ada");
    }

    [Fact]
    public async Task a_name_that_is_not_there_is_refused() =>
        (await Should.ThrowAsync<InvalidStoreUseException>(Daemon.PauseAsync("nobody", "why", "who"))).Code.ShouldBe("PROJECTION_UNKNOWN");

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add((IProjection)new Ledger("ledger"), ProjectionLifecycle.Async);
        options.Projections.Subscribe(new Ledger("other"));
    }

    private static ShardStatus Shard(IProjectionDaemon daemon, string name) => daemon.Status.Shards.Single(shard => shard.Name == name);
}
