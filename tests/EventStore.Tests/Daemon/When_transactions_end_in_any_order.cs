namespace EventStore.Tests;

public sealed class When_transactions_end_in_any_order : DaemonSpec
{
    private readonly List<long> _seen = [];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task every_committed_event_is_handled_once_and_in_order(int seed)
    {
        var random = new Random(seed);
        await Daemon.StartAsync();
        var open = new List<Writer>();
        var committed = new List<long>();
        for (var step = 0; step < 150; step++)
        {
            switch (random.Next(4))
            {
                case 0 when open.Count < 8:
                    open.Add(await Writer.BeginAsync(ConnectionString, Guid.NewGuid()));
                    break;
                case 1 when open.Count > 0:
                    var ended = open[random.Next(open.Count)];
                    open.Remove(ended);
                    if (random.Next(3) == 0) await ended.RollbackAsync();
                    else
                    {
                        await ended.CommitAsync();
                        committed.Add(ended.Sequence);
                    }

                    await ended.DisposeAsync();
                    break;
                default:
                    committed.Add(await AppendAsync(Guid.NewGuid(), new DoorCounted(step)));
                    break;
            }
        }

        foreach (var writer in open) await writer.DisposeAsync();
        committed.Add(await AppendAsync(Guid.NewGuid(), new DoorCounted(0)));

        await Daemon.WaitForAsync(committed[^1], Cancellation);
        _seen.ShouldBe(committed.Order());
        (await LedgerAsync("seen")).ShouldBe(committed.Order());
    }

    protected override void Configure(StoreOptions options) => options.Projections.Subscribe(new Ledger("seen")
    {
        Before = page =>
        {
            _seen.AddRange(page.Select(e => e.Sequence));
            return Task.CompletedTask;
        },
    });
}
