using Engagement.Web.Documents;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Results;

/// <summary>What was answered, wave by wave. Exact figures are for those alone whom the schema lets read them; every table is a file too.</summary>
internal static class ResultsEndpoints
{
    public const string ReadsExact = "results.read-exact";
    public const string ReadsMetrics = "metrics.read";
    public const string ReadsReleases = "releases.read";

    private const int OnAPage = 20;
    private const int MostWaves = 24;

    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string WavesDocument = GraphQLDocument.Read("Staff/Results/ResultWaves.graphql");
    private static readonly string WaveDocument = GraphQLDocument.Read("Staff/Results/ResultWave.graphql");
    private static readonly string ResultsDocument = GraphQLDocument.Read("Staff/Results/WaveResults.graphql");
    private static readonly string TrendDocument = GraphQLDocument.Read("Staff/Results/ResultTrend.graphql");
    private static readonly string BreakdownDocument = GraphQLDocument.Read("Staff/Results/ResultBreakdown.graphql");
    private static readonly string SaidDocument = GraphQLDocument.Read("Staff/Results/SaidInWords.graphql");

    public static void MapResults(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ResultsLinks.Results, ListAsync);
        pages.MapGet("/staff/results/{wave}", ShowWaveAsync);
        pages.MapGet("/staff/results/{wave}/questions/{question}", ShowQuestionAsync);
        pages.MapGet(ResultsLinks.Trend, ShowTrendAsync);
    }

    private static async Task<IResult> ListAsync(string? search, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), ReadsExact, ReadsMetrics, ReadsReleases);
        var wanted = string.IsNullOrWhiteSpace(search) ? null : search;
        var waves = viewer.May(ReadsExact)
            ? (await graphQL.ExecuteAsync(WavesDocument, new { search = wanted, after, first = OnAPage }, context, ct)).Get<Connection<WaveRow>>("scheduledWaves")
            : null;
        return Page.Of<ResultsPage>(new { Viewer = viewer, Waves = waves, Search = wanted, IsFirst = after is null });
    }

    private static Task<IResult> ShowWaveAsync(string wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithWaveAsync(wave, graphQL, context, async (viewer, found) =>
        {
            var (voices, scales) = await ResultsOfAsync(found, graphQL, context, ct);
            // One set of questions may be put to parents and to young people, in waves of their own.
            var before = (await WavesOfAsync(found, graphQL, context, ct)).LastOrDefault(other => other.OpensOn < found.OpensOn && other.Audience == found.Audience);
            var changes = before is null ? [] : await ChangesAsync(found, before, voices, graphQL, context, ct);
            var sections = voices.Select(voice => WaveSection.Of(found, voice, scales, changes.GetValueOrDefault(voice.Voice) ?? [], before?.OpensOn)).ToList();
            IReadOnlyList<FigureTable> tables = [.. sections.SelectMany(section => section.Tables), ResultTables.All(voices)];
            if (FigureFile.AskedFor(context, $"results-{found.OpensOn:yyyy-MM-dd}", tables) is { } file)
                return file;

            var said = viewer.ReadsViews && found.Consultation is { } consultation && found.Instrument.Questions.Any(q => q.Kind is QuestionKind.FreeText)
                ? (await graphQL.ExecuteAsync(SaidDocument, new { consultationId = consultation.Id }, context, ct)).Get<Connection<SaidView>>("views")?.Nodes
                : null;
            return Page.Of<WaveResultsPage>(new { Viewer = viewer, Wave = found, Sections = sections, Said = said, Here = ResultsLinks.Here(context) });
        }, ct);

    private static Task<IResult> ShowQuestionAsync(
        string wave, string question, string? by, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        WithWaveAsync(wave, graphQL, context, async (viewer, found) =>
        {
            if (found.Instrument.Questions.FirstOrDefault(q => q.Key == question && !q.AboutYou) is not { } asked)
                return TroubleEndpoints.NotFound();
            var groups = BreakdownBy.Find(by);
            var (voices, _) = await ResultsOfAsync(found, graphQL, context, ct);
            var answers = voices.Select(voice => (Voice: voice, Answer: voice.Questions.FirstOrDefault(q => q.Key == question)))
                .Where(voice => voice.Answer is not null)
                .Select(voice => new QuestionSection(voice.Voice.Voice, voice.Answer!.Base, ResultTables.Options(voice.Voice, voice.Answer) is { } table
                    ? table with { Caption = $"All answers: {voice.Voice.Voice.Text}" }
                    : null))
                .ToList();
            if (asked.CanBeBrokenDown)
            {
                var reply = await graphQL.ExecuteAsync(BreakdownDocument, new { id = wave, question, by = groups.Key }, context, ct);
                var breakdowns = reply.Get<List<ResultBreakdown>>("resultBreakdown") ?? [];
                answers = [.. answers.Select(answer => answer with
                {
                    Breakdown = breakdowns.FirstOrDefault(of => of.Voice == answer.Voice) is { } of
                        ? ResultTables.Breakdown(asked, of, groups, key => BreakdownBy.NameOf(key, found.Instrument))
                        : null,
                })];
            }

            IReadOnlyList<FigureTable> tables = [.. answers.SelectMany(answer => new[] { answer.Answers, answer.Breakdown }).OfType<FigureTable>()];
            return FigureFile.AskedFor(context, $"results-{question}", tables) ?? Page.Of<QuestionResultsPage>(
                new { Viewer = viewer, Wave = found, Question = asked, By = groups, Sections = answers, Here = ResultsLinks.Here(context) });
        }, ct);

    private static Task<IResult> ShowTrendAsync(
        string? wave, string? question, string? scale, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        wave is null
            ? Task.FromResult(TroubleEndpoints.NotFound())
            : WithWaveAsync(wave, graphQL, context, async (viewer, found) =>
            {
                var statements = found.Instrument.Questions.Where(q => q.IsOnScale && !q.AboutYou).ToList();
                var (voices, scales) = await ResultsOfAsync(found, graphQL, context, ct);
                var answered = voices.SelectMany(voice => voice.Questions).Where(q => q.Base > 0).Select(q => q.Key).ToHashSet();
                // The first that was answered here, else the first: a set of questions may hold those for parents and those for young people.
                var asked = question is null ? statements.MaxBy(q => answered.Contains(q.Key)) : statements.FirstOrDefault(q => q.Key == question);
                if (asked is null)
                    return question is null ? Page.Of<TrendPage>(new { Viewer = viewer, Wave = found, Statements = statements }) : TroubleEndpoints.NotFound();
                List<AnswerScale> fitting = [.. scales.Where(known => known.Kind == asked.Kind)];
                var on = fitting.FirstOrDefault(known => known.Key == scale) ?? fitting[0];
                var waves = await WavesOfAsync(found, graphQL, context, ct);
                var trends = await TrendAsync(found, asked.Key, on.Key, [.. waves.Select(other => other.Id)], graphQL, context, ct);
                List<TrendSection> sections = [.. trends.Select(trend => TrendSection.Of(found.Instrument, asked, trend))];
                return FigureFile.AskedFor(context, $"trend-{asked.Key}", [.. sections.Select(section => section.Table)]) ?? Page.Of<TrendPage>(new
                {
                    Viewer = viewer,
                    Wave = found,
                    Statements = statements,
                    Question = asked,
                    Scales = fitting,
                    Scale = on,
                    Sections = sections,
                    Here = ResultsLinks.Here(context),
                });
            }, ct);

    private static async Task<IResult> WithWaveAsync(
        string wave, IEngagementGraphQL graphQL, HttpContext context, Func<Viewer, ResultWave, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(WaveDocument, new { id = wave }, context, ct);
        var viewer = Viewer.Of(reply, ReadsExact);
        return reply.Get<ResultWave>("wave") is { } found ? await show(viewer, found) : TroubleEndpoints.NotFound();
    }

    private static async Task<(IReadOnlyList<VoiceResult> Voices, IReadOnlyList<AnswerScale> Scales)> ResultsOfAsync(
        ResultWave wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ResultsDocument, new { id = wave.Id }, context, ct);
        return (reply.Get<List<VoiceResult>>("waveResults") ?? [], reply.Get<List<AnswerScale>>("answerScales") ?? []);
    }

    /// <summary>The waves that ask the same set of questions and have been opened, oldest first; the newest of very many.</summary>
    private static async Task<List<WaveOfRow>> WavesOfAsync(ResultWave wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(WavesDocument, new { instrumentId = wave.Instrument.Id, first = MostWaves }, context, ct);
        var waves = reply.Get<Connection<WaveRow>>("scheduledWaves")?.Nodes ?? [];
        return [.. waves.Select(row => row.Wave).OfType<WaveOfRow>().OrderBy(other => other.OpensOn)];
    }

    private static async Task<IReadOnlyList<VoiceTrend>> TrendAsync(
        ResultWave wave, string question, string scale, IReadOnlyList<string> waves, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(TrendDocument, new { instrumentId = wave.Instrument.Id, question, scale, waves }, context, ct))
            .Get<List<VoiceTrend>>("resultTrend") ?? [];

    private static async Task<Dictionary<Voice, Dictionary<(string Question, string Scale), TrendChange>>> ChangesAsync(
        ResultWave wave, WaveOfRow before, IReadOnlyList<VoiceResult> voices, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var changes = voices.ToDictionary(voice => voice.Voice, _ => new Dictionary<(string, string), TrendChange>());
        var asked = voices.SelectMany(voice => voice.Questions).SelectMany(q => q.Scales.Where(s => s.Percentage is not null).Select(s => (q.Key, s.Scale))).Distinct();
        foreach (var (question, scale) in asked)
        {
            foreach (var trend in await TrendAsync(wave, question, scale, [before.Id, wave.Id], graphQL, context, ct))
            {
                if (trend.Points is [var then, var now] && TrendChange.Of(then, now) is { } change && changes.TryGetValue(trend.Voice, out var ofVoice))
                    ofVoice[(question, scale)] = change;
            }
        }

        return changes;
    }
}
