using FsCheck.Fluent;

namespace EventStore.Tests.Properties;

/// <summary>Transactions that took numbers and stay open, end or roll back in any order, pages of any size, daemons that stop and start in between.</summary>
public sealed class Any_transactions_and_restarts : DaemonSpec
{
    public enum Act
    {
        Append,
        Begin,
        Commit,
        RollBack,
        Restart,
    }

    public sealed record Step(Act Act, int Which, int BatchSize);

    [Fact]
    public Task let_every_committed_event_take_effect_once_in_every_projection() => Always.Holds(
        from act in Gen.Frequency(
            (4, Gen.Constant(Act.Append)), (3, Gen.Constant(Act.Begin)), (3, Gen.Constant(Act.Commit)), (1, Gen.Constant(Act.RollBack)), (1, Gen.Constant(Act.Restart)))
        from which in Gen.Choose(0, 5)
        from size in Gen.Elements(1, 2, 3, 7, 50)
        select new Step(act, which, size),
        scripts: 12,
        longest: 60,
        PlayAsync);

    private async Task PlayAsync(Step[] script)
    {
        var open = new List<Writer>();
        var node = await Node.StartAsync(this, 3);
        foreach (var step in script)
        {
            switch (step.Act)
            {
                case Act.Append:
                    await AppendAsync(Guid.NewGuid(), new BasketOpened(Guid.NewGuid(), $"{step.Which}"), new DoorCounted(step.Which));
                    break;
                case Act.Begin:
                    open.Add(await Writer.BeginAsync(ConnectionString, Guid.NewGuid()));
                    break;
                case Act.Restart:
                    await node.DisposeAsync();
                    node = await Node.StartAsync(this, step.BatchSize);
                    break;
                default:
                    if (open.Count == 0) break;
                    var ended = open[step.Which % open.Count];
                    open.Remove(ended);
                    if (step.Act == Act.Commit) await ended.CommitAsync();
                    else await ended.RollbackAsync();
                    await ended.DisposeAsync();
                    break;
            }
        }

        foreach (var writer in open) await writer.DisposeAsync();
        var last = await AppendAsync(Guid.NewGuid(), new DoorCounted(0));
        await node.Daemon.WaitForAsync(last, Cancellation);
        await node.DisposeAsync();

        var log = await LogAsync();
        foreach (var name in (string[])["projection", "subscription"]) (await LedgerAsync(name)).ShouldBe(log);
        (await ScalarAsync<long>("select count(*) from mt_doc_shoppertotals")).ShouldBe(await ScalarAsync<long>("select count(*) from mt_events where type = 'basket_opened'"));
        (await ScalarAsync<long>("select count(*) from mt_doc_shoppertotals where mt_version <> 1")).ShouldBe(0);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.Add((IProjection)new Ledger("projection"), ProjectionLifecycle.Async);
        options.Projections.Add(new ShopperTotalsProjection(), ProjectionLifecycle.Async);
        options.Projections.Subscribe(new Ledger("subscription"));
    }

    private sealed record Node(DocumentStore Store, IProjectionDaemon Daemon) : IAsyncDisposable
    {
        public static async Task<Node> StartAsync(Any_transactions_and_restarts spec, int batchSize)
        {
            var store = spec.NewStore(options => options.Projections.BatchSize = batchSize);
            var daemon = store.BuildDaemon();
            await daemon.StartAsync(spec.Cancellation);
            return new Node(store, daemon);
        }

        public async ValueTask DisposeAsync()
        {
            await Daemon.DisposeAsync();
            await Store.DisposeAsync();
        }
    }
}
