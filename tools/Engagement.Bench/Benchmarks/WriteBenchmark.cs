using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// A command as an application handles it: a stream that exists is fetched for writing, one event is appended, and its inline document is right
/// when the save returns. Beside it the same reads and writes by prepared statements.
/// </summary>
internal sealed class WriteBenchmark : IBenchmark
{
    private const int Streams = 10_000;

    private static readonly int[] Concurrencies = [1, 8, 32];

    public string Name => "write";

    public string Description => "load a stream, append one event, update its inline document, beside prepared statements of the same rows; 1, 8 and 32 writers";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.Events.AddEventType<ViewShared>();
            options.Projections.Add(new LatestViewProjection(), ProjectionLifecycle.Inline);
        });
        await store.Schema.ApplyAsync(cancellationToken);

        var rows = new List<Row>();
        foreach (var concurrency in Concurrencies)
        {
            // Streams get longer as they are written to: each concurrency has its own.
            var streams = await ViewLog.FillAsync(
                store,
                Enumerable.Range(0, Streams).Select(_ => StreamAction.Start<SharedViews>(Guid.CreateVersion7(), ViewShared.Example)),
                Streams,
                cancellationToken);
            await WriteAsync(store, streams[0], cancellationToken);
            await using var bare = await BareWrite.PrepareAsync(connectionString, streams[0], concurrency, cancellationToken);

            // A writer has streams of its own, because a conflict is not what is measured here.
            Guid Any(int worker) => streams[(Random.Shared.Next(Streams / concurrency) * concurrency) + worker];
            PeakMemory.Begin();
            var pace = await context.Rounds.CompareAsync(
                new Workload((worker, ct) => WriteAsync(store, Any(worker), ct)),
                new Workload((worker, ct) => bare.WriteAsync(worker, Any(worker), ct)),
                concurrency,
                cancellationToken);
            var name = $"write, {concurrency} at a time";
            var memory = PeakMemory.Megabytes();
            rows.AddRange([Row.OfRate(name, "ops/s", pace, memory), .. Row.OfCpu(name, pace, memory)]);
            await bare.AssertSameRowsAsync(cancellationToken);
        }

        return rows;
    }

    private static async Task WriteAsync(DocumentStore store, Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.LightweightSession();
        var stream = await session.Events.FetchForWriting<LatestView>(id, cancellationToken);
        if (stream.Aggregate is null)
            throw new BenchmarkException($"Stream {id} should have a document.");
        stream.AppendOne(ViewShared.Example);
        await session.SaveChangesAsync(cancellationToken);
    }
}
