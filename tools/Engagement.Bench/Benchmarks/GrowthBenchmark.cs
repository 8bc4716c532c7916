using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The same work on a small log and on one a hundred times as long, in turns: the ceiling is the small one. Nothing may get more than a tenth
/// slower. Reads come first, because the appends of the measuring make the small log longer.
/// </summary>
internal sealed class GrowthBenchmark : IBenchmark
{
    private const int Few = 100_000;
    private const int Concurrency = 8;

    // Measured: 650 in tables and indexes. The rest is for the write-ahead log and for what the measuring appends.
    private const long BytesPerEvent = 1000;

    public string Name => "growth";

    public string Description => "appends and reads of one stream with 10,000,000 events in the log (--quick: 1,000,000), beside the same with 100,000";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var many = context.Quick ? 1_000_000 : 10_000_000;
        context.Postgres.AssertFreeSpace(many * BytesPerEvent, "The benchmark 'growth'");
        await using var small = await OpenAsync(context, cancellationToken);
        await using var large = await OpenAsync(context, cancellationToken);
        var ofSmall = await FillAsync(small, Few, cancellationToken);
        var ofLarge = await FillAsync(large, many, cancellationToken);

        (string Name, Func<DocumentStore, Guid[], CancellationToken, Task> Work)[] works =
        [
            ("fetch a stream of 10", FetchAsync),
            ("the same by a bare select", SelectAsync),
            ("fetch a stream's state", FetchStateAsync),
            ("append", (store, _, ct) => ViewLog.AppendAsync(store, ct)),
        ];

        var rows = new List<Row>();
        foreach (var (work, run) in works)
        {
            PeakMemory.Begin();
            var pace = await context.Rounds.CompareAsync(
                new Workload((_, ct) => run(large, ofLarge, ct)), new Workload((_, ct) => run(small, ofSmall, ct)), Concurrency, cancellationToken);
            var memory = PeakMemory.Megabytes();
            var name = $"{work}, {many:N0} events beside {Few:N0}";
            rows.AddRange([Row.OfRate(name, "ops/s", pace, memory), .. Row.OfCpu(name, pace, memory)]);
        }

        return rows;
    }

    private static async Task<DocumentStore> OpenAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        var store = DocumentStore.For(options =>
        {
            options.Connection(connectionString);
            options.Events.AddEventType<ViewShared>();
        });
        await store.Schema.ApplyAsync(cancellationToken);
        return store;
    }

    private static Task<Guid[]> FillAsync(DocumentStore store, int events, CancellationToken cancellationToken) =>
        ViewLog.FillAsync(store, ViewLog.Streams(events / ViewLog.EventsPerStream), events, cancellationToken);

    private static async Task FetchAsync(DocumentStore store, Guid[] streams, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(Any(streams), cancellationToken: cancellationToken);
        if (events.Count != ViewLog.EventsPerStream)
            throw new BenchmarkException($"A stream should have {ViewLog.EventsPerStream} events and has {events.Count}.");
    }

    // What becomes slower here too is PostgreSQL's part of it.
    private static async Task SelectAsync(DocumentStore store, Guid[] streams, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand("SELECT * FROM mt_events WHERE stream_id = $1 ORDER BY version");
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Any(streams) });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var events = 0;
        while (await reader.ReadAsync(cancellationToken))
            events++;
        if (events != ViewLog.EventsPerStream)
            throw new BenchmarkException($"A stream should have {ViewLog.EventsPerStream} events and has {events}.");
    }

    private static async Task FetchStateAsync(DocumentStore store, Guid[] streams, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var state = await session.Events.FetchStreamStateAsync(Any(streams), cancellationToken);
        if (state?.Version != ViewLog.EventsPerStream)
            throw new BenchmarkException($"A stream should be at version {ViewLog.EventsPerStream} and is at {state?.Version ?? 0}.");
    }

    private static Guid Any(Guid[] streams) => streams[Random.Shared.Next(streams.Length)];
}
