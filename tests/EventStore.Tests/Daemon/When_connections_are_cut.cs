using Npgsql;

namespace EventStore.Tests;

public sealed class When_connections_are_cut : DaemonSpec
{
    [Fact]
    public async Task nothing_acknowledged_is_lost_and_nothing_is_doubled()
    {
        await Daemon.StartAsync();
        var isOver = false;
        var cutting = Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                await CutConnectionsAsync();
                await Task.Delay(60, Cancellation);
            }
        });

        // Each piece of work has a key and is repeated until it is known to be done, as a careful client does.
        var streams = Enumerable.Range(0, 4).Select(_ => Guid.NewGuid()).ToList();
        var cuts = 0;
        await Task.WhenAll(streams.Select(stream => Task.Run(async () =>
        {
            for (var work = 0; work < 150; work++) Interlocked.Add(ref cuts, await DoOnceAsync(stream, work));
        })));
        Volatile.Write(ref isOver, true);
        await cutting;

        // The pool does not know yet which of its connections were cut.
        Store.DataSource.Clear();
        cuts.ShouldBeGreaterThan(0);
        await using var session = Store.QuerySession();
        foreach (var stream in streams)
        {
            var events = await session.Events.FetchStreamAsync(stream, cancellationToken: Cancellation);
            events.Select(e => ((DoorCounted)e.Data).People).ShouldBe(Enumerable.Range(0, 150));
            events.Select(e => e.Version).ShouldBe(Enumerable.Range(1, 150).Select(n => (long)n));
        }

        var log = await LogAsync();
        await Daemon.WaitForAsync(log[^1], Cancellation);
        (await LedgerAsync("projection")).ShouldBe(log);
        (await LedgerAsync("subscription")).ShouldBe(log);
        await UntilAsync(() => Daemon.Status.IsHealthy);
    }

    protected override void Configure(StoreOptions options)
    {
        options.Projections.BatchSize = 20;
        options.Projections.Add((IProjection)new Ledger("projection"), ProjectionLifecycle.Async);
        options.Projections.Subscribe(new Ledger("subscription"));
    }

    private async Task<int> DoOnceAsync(Guid stream, int work)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await using var session = Store.LightweightSession();
                session.SetIdempotencyKey($"{stream}/{work}", "done");
                session.Events.Append(stream, new DoorCounted(work));
                await session.SaveChangesAsync(Cancellation);
                return failures;
            }
            catch (IdempotencyKeyReusedException)
            {
                // The cut came between the commit and its acknowledgement.
                return failures;
            }
            catch (NpgsqlException)
            {
                // The cut came before the commit, or nobody knows: again.
            }
        }
    }
}
