using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// One event appended to a new stream, through the event store and by a bare prepared insert that writes the same rows to the same tables
/// with the same commit. The difference is what the event store costs.
/// </summary>
internal sealed class AppendBenchmark : IBenchmark
{
    private static readonly int[] Concurrencies = [1, 8, 32];

    public string Name => "append";

    public string Description => "one event to a new stream, beside a prepared insert of the same rows; 1, 8 and 32 writers";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.Events.AddEventType<ViewShared>();
        });
        await store.Schema.ApplyAsync(cancellationToken);

        var rows = new List<Row>();
        foreach (var concurrency in Concurrencies)
        {
            var (model, _) = await ViewLog.AppendAsync(store, cancellationToken);
            await using var bare = await BareAppend.PrepareAsync(connectionString, model, concurrency, cancellationToken);

            PeakMemory.Begin();
            var pace = await context.Rounds.CompareAsync(
                new Workload((_, ct) => ViewLog.AppendAsync(store, ct)), new Workload(bare.AppendAsync), concurrency, cancellationToken);
            var name = $"append, {concurrency} at a time";
            var memory = PeakMemory.Megabytes();
            rows.AddRange([Row.OfRate(name, "events/s", pace, memory), .. Row.OfCpu(name, pace, memory)]);
            await bare.AssertSameRowsAsync(cancellationToken);
        }

        return rows;
    }
}
