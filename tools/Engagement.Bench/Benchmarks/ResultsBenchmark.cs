using System.Diagnostics;
using Engagement.Bench.Measuring;
using Engagement.Bench.Reporting;
using Engagement.Common;
using Engagement.Feedback;
using Engagement.Journeys;
using Engagement.SurveyResults;
using Engagement.Surveys;
using Engagement.Workbench;
using EventStore;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// What officers and families open, on a wave that very many have answered: each read as the server does it, beside the plainest statement for the same
/// rows. "Warm" is again and again; "new connection" is with nothing known to the database session, as after a restart; "first" has to be compiled too.
/// </summary>
internal sealed class ResultsBenchmark : IBenchmark
{
    private const int PageSize = 20;
    private const string ResultsLimit = "limit 200 ms.";
    private const string JourneyLimit = "limit 20 ms.";

    // Measured: the log, the lists and their indexes, and the write-ahead log of making them.
    private const long BytesPerResponse = 40_000;

    public string Name => "results";

    public string Description => "a wave with 100,000 responses (--quick: 5,000): results, a breakdown, journeys, coding board, search, overview; beside bare SQL";

    public async Task<IReadOnlyList<Row>> RunAsync(BenchmarkContext context, CancellationToken cancellationToken)
    {
        var responses = context.Quick ? 5_000 : 100_000;
        context.Postgres.AssertFreeSpace(responses * BytesPerResponse, "The benchmark 'results'");
        var connectionString = await context.CreateDatabaseAsync(cancellationToken);
        using var folder = new TemporaryFolder();
        await using var platform = await SurveyedPlatform.StartAsync(connectionString, folder.Path, LongSurvey.OpenAsync, cancellationToken);
        var wave = new LargeWave(platform, responses);
        BenchmarkContext.Say($"Taking {responses:N0} responses.");
        await wave.FillAsync(connectionString, cancellationToken);

        await using var bare = new BareReads(connectionString);
        var pool = platform.Service<DocumentStore>().DataSource;
        var rows = new List<Row>();
        foreach (var read in Reads(platform, wave, bare, responses))
        {
            PeakMemory.Begin();
            var name = $"results, {read.Name}";
            BenchmarkContext.Say($"{read.Name}.");
            var first = await TimeAsync(read.Ours, cancellationToken);
            var pace = await Rounds(context).CompareAsync(
                new Workload((_, ct) => read.Ours(ct)), new Workload((_, ct) => read.Bare(ct)), concurrency: 1, cancellationToken);
            var cold = await OnNewConnectionsAsync(context, read, pool.Clear, bare, cancellationToken);
            var memory = PeakMemory.Megabytes();
            Row[] warm = [.. Row.OfTimes($"{name}, warm", pace, memory)];
            rows.Add(new Row($"{name}, first", first.TotalMilliseconds, "ms", null, memory));
            rows.AddRange([.. Row.OfTimes($"{name}, new connection", cold, memory), .. warm[..^1], warm[^1] with { Note = read.Limit }]);
        }

        return rows;
    }

    private static Rounds Rounds(BenchmarkContext context) =>
        context.Rounds with { Count = context.Quick ? 2 : 6, Length = TimeSpan.FromSeconds(context.Quick ? 0.3 : 1), WarmUp = TimeSpan.FromSeconds(context.Quick ? 0.3 : 1) };

    private static IEnumerable<Read> Reads(SurveyedPlatform platform, LargeWave wave, BareReads bare, int responses)
    {
        var results = platform.Service<ResultReads>();
        yield return new Read(
            "all answers by voice",
            async ct => Expect(LargeWave.Voices, (await results.WaveAsync(platform.WaveId, ct)).Count),
            ct => bare.ReadAsync("SELECT * FROM engagement.answer_counts WHERE wave_id = $1 AND dimension = 'all'", ct, platform.WaveId),
            ResultsLimit);
        yield return new Read(
            "one question by district",
            async ct => Expect(LargeWave.Voices, (await results.BreakdownAsync(platform.WaveId, LongSurvey.ScaleQuestion, Breakdown.District, ct)).Count),
            ct => bare.ReadAsync(
                "SELECT * FROM engagement.answer_counts WHERE wave_id = $1 AND dimension = 'District' AND question_key = $2", ct, platform.WaveId, LongSurvey.ScaleQuestion),
            ResultsLimit);

        const string Stream = "SELECT * FROM mt_events WHERE stream_id = $1 ORDER BY version";
        var journeys = platform.Service<JourneyReads>();
        var receipts = platform.Service<ReceiptPrinter>();
        yield return new Read(
            "journey by receipt",
            async ct =>
            {
                var response = wave.ResponseOf(Any());
                _ = await journeys.FindAsync(receipts.ReferenceOf(response), receipts.SecretOf(response), ct) ?? throw new BenchmarkException("A receipt is not found.");
            },
            ct => bare.ReadAsync(Stream, ct, wave.ResponseOf(Any())),
            JourneyLimit);
        yield return new Read(
            "journey of a view",
            async ct => _ = await journeys.OfViewAsync(wave.ViewOf(Any()), ct) ?? throw new BenchmarkException("A view is not found."),
            ct => bare.ReadAsync(Stream, ct, wave.ViewOf(Any())),
            JourneyLimit);

        var board = platform.Service<CodingBoardReads>();
        var unread = new CodingBoardFilter { ConsultationId = wave.ConsultationId, State = ViewState.Unread };
        const string Oldest = "SELECT * FROM engagement.views WHERE consultation_id = $1 AND state = 'Unread' ORDER BY said_at, id LIMIT 21";
        yield return new Read(
            "coding board, first page",
            async ct => Expect(PageSize, (await board.ListAsync(unread, null, PageSize, ct)).Items.Count),
            ct => bare.ReadAsync(Oldest, ct, wave.ConsultationId));
        yield return new Read(
            "coding board, by district and words",
            async ct => _ = await board.ListAsync(new CodingBoardFilter { ConsultationId = wave.ConsultationId, District = District.All[0].Code, Words = "speech therapy" }, null, PageSize, ct),
            ct => bare.ReadAsync(Oldest, ct, wave.ConsultationId));

        var search = platform.Service<EntrySearch>();
        var query = new EntryQuery("speech therapy", District: District.All[0].Code);
        yield return new Read(
            "you said, we did, by words and district",
            async ct => _ = await search.FindAsync(query, null, PageSize, ct),
            ct => bare.ReadAsync(
                """
                SELECT l.data FROM engagement.entry_words w JOIN mt_doc_loopcard l ON l.id = w.loop_id
                WHERE w.words @@ to_tsquery('english', 'speech & therapy') AND (w.districts = '{}' OR $1 = any(w.districts))
                """,
                ct,
                District.All[0].Code));

        var overviews = platform.Service<ConsultationOverviewReads>();
        yield return new Read(
            "a consultation at a glance",
            async ct => Expect(responses, (await overviews.FindAsync(wave.ConsultationId, LondonCalendar.DayOf(DateTimeOffset.UtcNow), ct))!.Responses),
            ct => bare.ReadAsync("SELECT state, audience, proxy, count(*) FROM engagement.views WHERE consultation_id = $1 GROUP BY 1, 2, 3", ct, wave.ConsultationId));
        var workbench = platform.Service<WorkbenchReads>();
        var officer = new WorkAsker(new HashSet<string>(StringComparer.Ordinal) { "views.code", "themes.edit", "loops.decide", "entries.publish", "consultations.publish-report" });
        yield return new Read(
            "workbench, first page",
            async ct => Expect(PageSize, (await workbench.ListAsync(new WorkQuery(officer, LondonCalendar.DayOf(DateTimeOffset.UtcNow)), null, PageSize, ct)).Items.Count),
            ct => bare.ReadAsync(Oldest, ct, wave.ConsultationId));

        int Any() => Random.Shared.Next(responses);
    }

    /// <summary>Each in turn, each time with no connection left from before.</summary>
    private static async Task<Comparison> OnNewConnectionsAsync(
        BenchmarkContext context, Read read, Action forget, BareReads bare, CancellationToken cancellationToken)
    {
        var (ours, ceiling) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < (context.Quick ? 5 : 40); i++)
        {
            forget();
            ours.Add(await TimeAsync(read.Ours, cancellationToken));
            bare.Forget();
            ceiling.Add(await TimeAsync(read.Bare, cancellationToken));
        }

        return new Comparison(Measurement.Of(ours, TimeSpan.FromSeconds(1), default), Measurement.Of(ceiling, TimeSpan.FromSeconds(1), default));
    }

    private static async Task<TimeSpan> TimeAsync(Func<CancellationToken, Task> read, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        await read(cancellationToken);
        return Stopwatch.GetElapsedTime(start);
    }

    private static void Expect(int expected, int found)
    {
        if (found != expected)
            throw new BenchmarkException($"A read should find {expected} and finds {found}.");
    }

    private sealed record Read(string Name, Func<CancellationToken, Task> Ours, Func<CancellationToken, Task> Bare, string? Limit = null);
}
