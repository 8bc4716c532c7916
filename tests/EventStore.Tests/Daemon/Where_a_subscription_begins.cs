namespace EventStore.Tests;

public sealed class Where_a_subscription_begins : DaemonSpec
{
    private readonly Guid _stream = Guid.NewGuid();

    [Fact]
    public async Task is_the_first_event_the_present_or_a_position_as_asked()
    {
        await AppendAsync(_stream, [.. Enumerable.Range(0, 5).Select(n => new DoorCounted(n))]);
        await Daemon.StartAsync();
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Running));

        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(6)), Cancellation);

        (await LedgerAsync("beginning")).ShouldBe([1, 2, 3, 4, 5, 6]);
        (await LedgerAsync("present")).ShouldBe([6]);
        (await LedgerAsync("position")).ShouldBe([4, 5, 6]);
    }

    [Fact]
    public async Task is_agreed_between_all_processes_that_start_at_once_and_kept()
    {
        await AppendAsync(_stream, new DoorCounted(1));
        var stores = Enumerable.Range(0, 3).Select(_ => NewStore()).ToList();
        var daemons = stores.Select(store => store.BuildDaemon()).ToList();
        await Task.WhenAll(daemons.Select(daemon => daemon.StartAsync()));
        await UntilAsync(() => daemons.Count(daemon => daemon.Status.Shards.Single(shard => shard.Name == "present").State == ShardState.Running) == 1);

        // Each of them appends while the projection wanders from one to the next.
        var expected = new List<long>();
        foreach (var (store, daemon) in stores.Zip(daemons))
        {
            expected.Add(await AppendAsync(_stream, new DoorCounted(2)));
            await daemons[^1].WaitForAsync("present", expected[^1], Cancellation);
            if (daemon != daemons[^1]) await daemon.DisposeAsync();
        }

        (await LedgerAsync("present")).ShouldBe(expected);
        await daemons[^1].DisposeAsync();
        foreach (var store in stores) await store.DisposeAsync();
    }

    [Fact]
    public async Task does_not_change_once_there_is_a_checkpoint()
    {
        await Daemon.StartAsync();
        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(1)), Cancellation);
        await Daemon.StopAsync();
        await AppendAsync(_stream, new DoorCounted(2));
        await using var store = NewStore();
        await using var daemon = store.BuildDaemon();

        await daemon.StartAsync();
        await daemon.WaitForAsync("present", 2, Cancellation);

        (await LedgerAsync("present")).ShouldContain(2);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Subscribe(new Ledger("beginning"));
        options.Projections.Subscribe(new Ledger("present"), one => one.SubscribeFromPresent());
        options.Projections.Subscribe(new Ledger("position"), one => one.SubscribeFromSequence(3));
    }
}
