using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using EventStore;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The whole log projected again: by a daemon that starts from nothing, and by rebuilds. Beside them the least that could make the same
/// documents: one read of the log, folded in memory, and a COPY. The memory is the projections' own, measured apart from that of the bare way.
/// </summary>
internal sealed class RebuildBenchmark : IBenchmark
{
    public string Name => "rebuild";

    public string Description => "1,000,000 events (--quick: 100,000) projected from zero, beside read, fold in memory and COPY; catch-up and rebuilds";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var events = context.Quick ? 100_000 : 1_000_000;
        context.Postgres.AssertFreeSpace(events * 3000L, "The benchmark 'rebuild'");
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        await using var documents = Open(connectionString, projections =>
        {
            projections.Add(new LatestViewProjection(), ProjectionLifecycle.Async);
            projections.Add(new ConsultationViewsProjection(), ProjectionLifecycle.Async);
        });
        await using var flat = Open(connectionString, projections => projections.Add(new ViewRows(), ProjectionLifecycle.Async));
        await documents.Schema.ApplyAsync(cancellationToken);
        await flat.Schema.ApplyAsync(cancellationToken);
        await ViewLog.FillAsync(documents, ViewLog.VariedStreams(events / ViewLog.EventsPerStream), events, cancellationToken);
        await using var bare = await BareRebuild.OpenAsync(connectionString, cancellationToken);
        await using var ofDocuments = documents.BuildDaemon();
        await using var ofRows = flat.BuildDaemon();

        (string Name, Operation Subject, string[] Tables)[] replays =
        [
            ("catch-up of both", (_, ct) => CatchUpAsync(documents, ofDocuments, events, ct), [BareRebuild.LatestViews, BareRebuild.ConsultationViews]),
            ("catch-up, flat table", (_, ct) => CatchUpAsync(flat, ofRows, events, ct), [BareRebuild.ViewRows]),
            ("rebuild, single-stream", (_, ct) => ofDocuments.RebuildProjectionAsync(nameof(LatestView), cancellationToken: ct), [BareRebuild.LatestViews]),
            ("rebuild, multi-stream", (_, ct) => ofDocuments.RebuildProjectionAsync(nameof(ConsultationViews), cancellationToken: ct), [BareRebuild.ConsultationViews]),
            ("rebuild, flat table", (_, ct) => ofRows.RebuildProjectionAsync(nameof(ViewRows), cancellationToken: ct), [BareRebuild.ViewRows]),
        ];

        var rows = new List<Row>();
        foreach (var (name, subject, tables) in replays)
        {
            BenchmarkContext.Say($"{name} ...");
            PeakMemory.Begin();
            await subject(0, cancellationToken);
            var memory = PeakMemory.Megabytes();
            var pace = await context.LongRounds.CompareAsync(
                new Workload(subject), new Workload((_, ct) => bare.ReplayAsync(tables, ct)), concurrency: 1, cancellationToken);
            var perEvent = pace.Each(events);
            rows.AddRange([Row.OfRate(name, "events/s", perEvent, memory), .. Row.OfCpu(name, perEvent, memory)]);
            await bare.AssertSameAsync(tables, cancellationToken);
        }

        return rows;
    }

    private static DocumentStore Open(string connectionString, Action<ProjectionOptions> projections) => DocumentStore.For(options =>
    {
        options.Connection(connectionString);
        options.Events.AddEventType<ViewShared>();
        projections(options.Projections);
    });

    private static async Task CatchUpAsync(DocumentStore store, IProjectionDaemon daemon, long lastSequence, CancellationToken cancellationToken)
    {
        await using (var connection = await store.DataSource.OpenConnectionAsync(cancellationToken))
        await using (var forget = new NpgsqlCommand("TRUNCATE mt_event_progression, mt_doc_latestview, mt_doc_consultationviews, view_rows", connection))
            await forget.ExecuteNonQueryAsync(cancellationToken);
        await daemon.StartAsync(cancellationToken);
        await daemon.WaitForAsync(lastSequence, cancellationToken);
        await daemon.StopAsync(cancellationToken);
    }
}
