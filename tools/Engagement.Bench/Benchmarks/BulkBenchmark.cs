using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>Many events of many new streams at once, through the store's bulk insert and by bare COPY of the same rows, indexes and foreign key in place.</summary>
internal sealed class BulkBenchmark : IBenchmark
{
    public string Name => "bulk";

    public string Description => "200,000 events (--quick: 50,000), ten a new stream, by bulk insert, beside binary COPY of the same rows; 1 writer";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var events = context.Quick ? 50_000 : 200_000;
        var streams = events / ViewLog.EventsPerStream;
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var store = DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.Events.AddEventType<ViewShared>();
        });
        await store.Schema.ApplyAsync(cancellationToken);
        var model = ViewLog.Streams(1).Single();
        await store.BulkInsertEventsAsync([model], cancellationToken: cancellationToken);
        await using var bare = await BareBulk.OpenAsync(connectionString, model.StreamId.Guid, cancellationToken);

        PeakMemory.Begin();
        var pace = await context.Rounds.CompareAsync(
            new Workload((_, ct) => store.BulkInsertEventsAsync(ViewLog.Streams(streams), cancellationToken: ct)),
            new Workload((_, ct) => bare.CopyAsync(streams, ct)),
            concurrency: 1,
            cancellationToken);
        await bare.AssertSameRowsAsync(cancellationToken);

        var perEvent = pace.Each(events);
        var memory = PeakMemory.Megabytes();
        var name = $"bulk, {events:N0} events";
        return [Row.OfRate(name, "events/s", perEvent, memory), .. Row.OfCpu(name, perEvent, memory)];
    }
}
