namespace EventStore.Tests;

public sealed class When_a_node_ends : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    /// <summary>Its connections stay open on the server, with the locks they hold: what a node leaves behind that loses its power or its network.</summary>
    [Fact]
    public async Task by_disappearing_another_takes_over_and_nothing_is_handled_twice_when_it_comes_back()
    {
        await using var wire = new Wire(ConnectionString);
        await using var lostStore = NewStore(options => options.Connection(wire.ConnectionString));
        await using var lost = lostStore.BuildDaemon();
        await lost.StartAsync();
        await lost.WaitForAsync(await AppendAsync(_stream, new DoorCounted(1)), Cancellation);
        await UntilAsync(() => lost.Status.Shards.All(shard => shard.State == ShardState.Running));
        await Daemon.StartAsync();
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Standby));

        wire.Cut();
        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(2)), Cancellation);
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Running));

        // What the lost node was about to write arrives on connections that are not there any more.
        wire.Mend();
        await UntilAsync(() => lost.Status.Shards.All(shard => shard.State == ShardState.Standby));
        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(3)), Cancellation);
        (await LedgerAsync("ledger")).ShouldBe([1, 2, 3]);
        (await LedgerAsync("other")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task in_the_middle_of_a_page_another_takes_over_and_the_page_takes_effect_once()
    {
        var isInHand = new TaskCompletionSource();
        await using var endingStore = NewStore(options => options.Projections.Subscribe(new Ledger("slow")
        {
            After = async _ =>
            {
                isInHand.TrySetResult();
                await Task.Delay(Timeout.Infinite, Cancellation);
            },
        }));
        var ending = endingStore.BuildDaemon();
        await ending.StartAsync();
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await isInHand.Task.WaitAsync(Cancellation);
        await using var nextStore = NewStore(options => options.Projections.Subscribe(new Ledger("slow")));
        await using var next = nextStore.BuildDaemon();
        await next.StartAsync();

        // Its pool is closed under it, without a word to the daemon.
        await endingStore.DataSource.DisposeAsync();
        await CutConnectionsAsync();
        Store.DataSource.Clear();

        await next.WaitForAsync("slow", last, Cancellation);
        (await LedgerAsync("slow")).ShouldBe([last]);
    }

    [Fact]
    public async Task is_not_to_be_supposed_while_it_is_busy_with_a_page()
    {
        var mayGoOn = new TaskCompletionSource();
        var isInHand = new TaskCompletionSource();
        await using var store = NewStore(options => options.Projections.Subscribe(new Ledger("slow")
        {
            Before = _ =>
            {
                isInHand.TrySetResult();
                return mayGoOn.Task.WaitAsync(Cancellation);
            },
        }));
        await using var daemon = store.BuildDaemon();
        await daemon.StartAsync();
        var last = await AppendAsync(_stream, new DoorCounted(1));
        await isInHand.Task.WaitAsync(Cancellation);

        for (var beats = 0; beats < 3; beats++)
        {
            var heard = await ScalarAsync<DateTime>("select seen_alive from mt_projection_owners where name = 'slow'");
            while (heard == await ScalarAsync<DateTime>("select seen_alive from mt_projection_owners where name = 'slow'")) await Task.Delay(5, Cancellation);
        }

        mayGoOn.SetResult();
        await daemon.WaitForAsync("slow", last, Cancellation);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add((IProjection)new Ledger("ledger"), ProjectionLifecycle.Async);
        options.Projections.Subscribe(new Ledger("other"));
    }
}
