using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.EvidencePacks;
using Engagement.Seeder;
using EventStore;
using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>An evidence pack of the whole partnership with demonstration data, from the log to the archive with its PDF.</summary>
internal sealed class EvidencePackBenchmark : IBenchmark
{
    private const double Longest = 10_000;

    private static readonly string Note = $"limit {Longest / 1000} s, with the PDF where Chromium is. The ceiling reads every event of the log once, and does nothing with it.";

    public string Name => "packs";

    public string Description => "an evidence pack of the whole partnership, beside the log read once (the limit fails the run)";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var database = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        await using var platform = await SurveyedPlatform.StartAsync(database, folder.Path, (_, _) => Task.FromResult(Guid.Empty), cancellationToken);
        BenchmarkContext.Say("Loading demonstration data.");
        await DemonstrationData.LoadAsync(platform.Services, context.Quick ? DemonstrationProfile.Small : DemonstrationProfile.Medium, cancellationToken: cancellationToken);
        await platform.CatchUpAsync(TimeSpan.FromMinutes(5), cancellationToken);
        var (maker, log) = (platform.Service<PackMaker>(), platform.Service<DocumentStore>().DataSource);
        var asAt = DateTimeOffset.UtcNow;
        var events = await CountAsync(log, cancellationToken);

        BenchmarkContext.Say($"Packs over {events} events.");
        PeakMemory.Begin();
        var pace = await context.Rounds.CompareAsync(
            new Workload((_, ct) => maker.MakeAsync(null, asAt, (_, _) => Task.CompletedTask, ct)), new Workload((_, ct) => ReadAsync(log, ct)), concurrency: 1, cancellationToken);
        return [.. Row.OfTimes($"evidence pack over {events} events", pace, PeakMemory.Megabytes()).Select(row => row with { Note = Note, Limit = Longest })];
    }

    private static async Task<long> CountAsync(NpgsqlDataSource log, CancellationToken cancellationToken)
    {
        await using var command = log.CreateCommand("select count(*) from mt_events");
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ReadAsync(NpgsqlDataSource log, CancellationToken cancellationToken)
    {
        await using var command = log.CreateCommand("select seq_id, id, stream_id, version, data, type, timestamp from mt_events order by seq_id");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
            rows.GetFieldValue<byte[]>(4);
    }
}
