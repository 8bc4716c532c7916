using System.Text.Json.Serialization;

namespace EventStore.Tests;

public sealed class Pages_of_the_log : DaemonSpec
{
    private const int Most = 3000;

    private readonly Guid _stream = Guid.NewGuid();
    private readonly List<int> _pages = [];

    [Fact]
    public async Task are_read_once_for_all_who_keep_up_with_it()
    {
        await Daemon.StartAsync();
        await using var listening = Store.Tail.ReadAsync(0, Cancellation).GetAsyncEnumerator(Cancellation);
        await Daemon.WaitForAsync(await AppendAsync(_stream, new DoorCounted(1)), Cancellation);
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.State == ShardState.Running));
        await listening.MoveNextAsync();
        var before = Bell.Read;

        for (var i = 0; i < 20; i++) await Daemon.WaitForAsync(await AppendAsync(_stream, new Bell(i)), Cancellation);

        for (var i = 0; i < 20; i++) await listening.MoveNextAsync();
        ((Bell)listening.Current.Data).Number.ShouldBe(19);
        (await LedgerAsync("bells")).Count.ShouldBe(20);
        (Bell.Read - before).ShouldBe(20);
    }

    [Fact]
    public async Task grow_where_the_way_is_long_up_to_the_batch_size_and_lead_to_the_end_without_a_gap()
    {
        await AppendAsync(_stream, [.. Enumerable.Range(0, 12_000).Select(n => (object)(n % 3 == 0 ? new DoorCounted(n) : new ItemAdded("pear", n)))]);
        await Daemon.StartAsync();
        await UntilAsync(() => Daemon.Status.Shards.All(shard => shard.Position > 0));
        var last = await AppendAsync(_stream, new DoorCounted(1));

        await Daemon.WaitForAsync(last, Cancellation);

        var log = await LogAsync();
        (await LedgerAsync("all")).ShouldBe(log);
        (await LedgerAsync("doors")).ShouldBe(log.Where(sequence => sequence % 3 == 1));
        _pages.Max().ShouldBeGreaterThan(1000);
        _pages.Max().ShouldBeLessThanOrEqualTo(Most);
        _pages.Sum().ShouldBe(log.Count);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.BatchSize = Most;
        options.Events.AddEventType<Bell>();
        options.Projections.Subscribe(new Ledger("all")
        {
            Before = page =>
            {
                _pages.Add(page.Count);
                return Task.CompletedTask;
            },
        });
        options.Projections.Subscribe(new Ledger("doors") { EventTypes = [typeof(DoorCounted)] });
        options.Projections.Subscribe(new Ledger("bells") { EventTypes = [typeof(Bell)] });
    }

    /// <summary>Counts how often one was made from its JSON.</summary>
    public sealed record Bell(int Number) : IJsonOnDeserialized
    {
        private static int _read;

        public static int Read => Volatile.Read(ref _read);

        public void OnDeserialized() => Interlocked.Increment(ref _read);
    }
}
