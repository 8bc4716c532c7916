using System.Collections.Concurrent;
using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// How long after a commit its projection can be read and a listener has the event, while commits come at a steady pace. Once on the node that
/// commits, which knows of it at once, and once on another, which hears of it by NOTIFY. Beside them a bare NOTIFY in the transaction that inserts, heard,
/// and its event read.
/// </summary>
internal sealed class LagBenchmark : IBenchmark
{
    private const int CommitsPerSecond = 200;
    private const int Turns = 4;

    public string Name => "lag";

    public string Description => "from commit to projection and to listener at 200 commits a second, on the same and on another node, beside bare NOTIFY";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var node = Open(connectionString, options => options.Projections.Add(new LatestViewProjection(), ProjectionLifecycle.Async));
        await using var otherNode = Open(connectionString);
        await node.Schema.ApplyAsync(cancellationToken);
        await using var daemon = node.BuildDaemon();
        await daemon.StartAsync(cancellationToken);
        var (_, first) = await ViewLog.AppendAsync(node, cancellationToken);
        await daemon.WaitForAsync(first, cancellationToken);
        await using var listener = new TailListener(node, first);

        // A database of its own: the daemon must not be busy with the bare way's events.
        var bareDatabase = await context.CreateDatabaseAsync(cancellationToken);
        await using var bareStore = Open(bareDatabase);
        await bareStore.Schema.ApplyAsync(cancellationToken);
        var (model, _) = await ViewLog.AppendAsync(bareStore, cancellationToken);
        await using var bare = await BareNotify.StartAsync(bareDatabase, model, cancellationToken);

        var same = new Lags();
        var other = new Lags();
        var notified = new ConcurrentBag<TimeSpan>();
        var turn = TimeSpan.FromSeconds((context.Quick ? 10 : 60) / (double)Turns);
        PeakMemory.Begin();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < Turns; i++)
        {
            BenchmarkContext.Say($"Turn {i + 1} of {Turns}: three times {turn.TotalSeconds:0.#} seconds.");
            await PaceAsync(turn, () => same.MeasureAsync(node, daemon, listener, cancellationToken), cancellationToken);
            await PaceAsync(turn, () => other.MeasureAsync(otherNode, daemon, listener, cancellationToken), cancellationToken);
            await PaceAsync(turn, async () => notified.Add(await bare.MeasureAsync(cancellationToken)), cancellationToken);
        }

        var reached = 3 * same.Visible.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var memory = PeakMemory.Megabytes();
        var ceiling = Measurement.Of([.. notified], turn * Turns, default);
        IEnumerable<Row> Of(string name, ConcurrentBag<TimeSpan> lags) =>
            Row.OfTimes(name, new Comparison(Measurement.Of([.. lags], turn * Turns, default), ceiling), memory);
        return
        [
            .. Of("lag to projection, same node", same.Visible),
            .. Of("lag to listener, same node", same.Heard),
            .. Of("lag to projection, another node", other.Visible),
            .. Of("lag to listener, another node", other.Heard),
            new Row("lag, pace kept", reached, "commits/s", CommitsPerSecond, memory),
        ];
    }

    private static DocumentStore Open(string connectionString, Action<StoreOptions>? more = null) => DocumentStore.For(options =>
    {
        options.Connection(connectionString);
        options.Events.AddEventType<ViewShared>();
        more?.Invoke(options);
    });

    /// <summary>Starts work at fixed moments, whether or not what was started before is done: waiting for it would hide the worst.</summary>
    private static async Task PaceAsync(TimeSpan length, Func<Task> work, CancellationToken cancellationToken)
    {
        var tasks = new List<Task>();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < length.TotalSeconds * CommitsPerSecond; i++)
        {
            var early = TimeSpan.FromSeconds((double)i / CommitsPerSecond) - Stopwatch.GetElapsedTime(start);
            if (early > TimeSpan.Zero)
                await Task.Delay(early, cancellationToken);
            tasks.Add(Task.Run(work, cancellationToken));
        }

        await Task.WhenAll(tasks);
    }

    private sealed class Lags
    {
        public ConcurrentBag<TimeSpan> Visible { get; } = [];
        public ConcurrentBag<TimeSpan> Heard { get; } = [];

        public async Task MeasureAsync(DocumentStore writer, IProjectionDaemon daemon, TailListener listener, CancellationToken cancellationToken)
        {
            var (_, sequence) = await ViewLog.AppendAsync(writer, cancellationToken);
            var committed = Stopwatch.GetTimestamp();
            await daemon.WaitForAsync(sequence, cancellationToken);
            Visible.Add(Stopwatch.GetElapsedTime(committed));

            // It may have been heard before the writer knew: that is no lag.
            var heard = Stopwatch.GetElapsedTime(committed, await listener.HeardAsync(sequence, cancellationToken));
            Heard.Add(heard > TimeSpan.Zero ? heard : TimeSpan.Zero);
        }
    }
}
