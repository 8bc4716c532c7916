using Engagement.Common;
using Engagement.Releases;
using Engagement.Surveys;
using EventStore;

namespace Engagement.SurveyResults;

/// <summary>
/// What a wave's responses come to, for officers; as of what the asynchronous projection has seen. The public reads what was released of a wave.
/// </summary>
public sealed class ResultReads(DocumentStore store, SurveyReads surveys)
{
    /// <summary>Every voice that was heard in a wave; empty when nobody has answered.</summary>
    /// <exception cref="ThingNotFoundException">There is no such wave.</exception>
    public async Task<IReadOnlyList<ShownVoice>> WaveAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var survey = await FindSurveyAsync(waveId, cancellationToken);
        var voices = Comparable(
            await CountsAsync(waveId, CountedContent.All, null, cancellationToken), survey.Wave.InstrumentVersion, await VersionsAsync(survey.Wave, cancellationToken));
        return [.. voices.Select(voice => ResultsView.Show(voice, survey))];
    }

    /// <summary>One question by the groups of a breakdown, each voice apart.</summary>
    /// <exception cref="ThingNotFoundException">There is no such wave.</exception>
    /// <exception cref="RuleRefusedException">The question cannot be broken down.</exception>
    public async Task<IReadOnlyList<ShownBreakdown>> BreakdownAsync(
        Guid waveId, string questionKey, Breakdown by, CancellationToken cancellationToken)
    {
        var survey = await FindSurveyAsync(waveId, cancellationToken);
        var question = survey.Questions.FirstOrDefault(q => q.Key == questionKey);
        if (question is null || question.AboutYou || !(question.IsOnScale || question.Kind == QuestionKind.SingleChoice))
        {
            throw new RuleRefusedException(
                new Refusal("QUESTION_NOT_BROKEN_DOWN", "Choose a question that is answered with one option", "questionKey"));
        }

        var voices = Comparable(
            await CountsAsync(waveId, by.ToString(), questionKey, cancellationToken), survey.Wave.InstrumentVersion, await VersionsAsync(survey.Wave, cancellationToken));
        return [.. voices.Select(voice => ResultsView.Show(voice, question))];
    }

    /// <summary>
    /// A question over waves of one instrument, each voice apart; in the order in which the waves opened. A voice has no point in a wave in which it
    /// was not heard.
    /// </summary>
    /// <exception cref="ThingNotFoundException">There is no such instrument.</exception>
    /// <exception cref="RuleRefusedException">There is no such scale.</exception>
    public async Task<IReadOnlyDictionary<Voice, IReadOnlyList<TrendPoint>>> TrendAsync(
        Guid instrumentId, string questionKey, string scale, IReadOnlyCollection<Guid> waveIds, CancellationToken cancellationToken)
    {
        var instrument = await surveys.FindInstrumentAsync(instrumentId, cancellationToken) ?? throw new ThingNotFoundException("survey", instrumentId);
        var on = AnswerScales.Find(scale) ?? throw new RuleRefusedException(new Refusal("SCALE_UNKNOWN", "Choose a scale that the question was asked on", "scale"));
        var waves = await surveys.WavesByIdsAsync(waveIds, cancellationToken);
        WaveSheet[] asking = [.. waves.Where(w => w.InstrumentId == instrumentId).OrderBy(w => w.OpensOn).ThenBy(w => w.Id)];
        var counts = await CountsAsync([.. asking.Select(wave => wave.Id)], CountedContent.All, questionKey, cancellationToken);
        return asking
            .SelectMany(wave => Comparable([.. counts[wave.Id]], wave.InstrumentVersion, instrument.Instrument.Versions).Select(voice => (Wave: wave, Counts: voice)))
            .GroupBy(h => h.Counts.Voice)
            .ToDictionary(voice => voice.Key, voice => Trend.Of(questionKey, on, instrument.Instrument.Versions, [.. voice]));
    }

    /// <summary>The exact counts of every voice: for measures and releases, never for a page.</summary>
    public Task<IReadOnlyList<VoiceCounts>> ExactAsync(Guid waveId, CancellationToken cancellationToken) =>
        CountsAsync(waveId, CountedContent.All, null, cancellationToken);

    /// <summary>The same as recorded by a moment, by a breakdown or by nothing: counted from the log itself, however much has happened since.</summary>
    public async Task<IReadOnlyList<VoiceCounts>> ExactAsAtAsync(Guid waveId, Breakdown? by, LogMoment moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var contents = await WaveLog.ReadAsync(session, [waveId], moment, cancellationToken);
        return CountedContent.Count(contents[waveId], by?.ToString() ?? CountedContent.All);
    }

    /// <summary>
    /// In percent of those who were invited and reached, all voices together: what is counted is people, not what they say. Null is "not applicable":
    /// nobody was invited.
    /// </summary>
    /// <exception cref="ThingNotFoundException">There is no such wave.</exception>
    public async Task<decimal?> ResponseRateAsync(Guid waveId, CancellationToken cancellationToken)
    {
        var wave = await store.LoadAsync<WavePage>(waveId, cancellationToken) ?? throw new ThingNotFoundException("survey", waveId);
        if (wave.Invitations is not { } invitations)
            return null;

        var voices = await CountsAsync(waveId, CountedContent.All, "", cancellationToken);
        return ResponseRate.OfInvited(voices.Sum(v => v.Responses), invitations.Invited, invitations.Undeliverable, ineligible: 0);
    }

    /// <summary>Without the answers to other versions of a question that asked something else than the wave asks now.</summary>
    internal static IReadOnlyList<VoiceCounts> Comparable(
        IReadOnlyList<VoiceCounts> voices, int instrumentVersion, IReadOnlyList<InstrumentVersion> versions) =>
    [
        .. voices.Select(voice => voice with
        {
            Counts =
            [
                .. voice.Counts.Where(c => c.QuestionKey.Length == 0
                    || c.InstrumentVersion == instrumentVersion
                    || QuestionHistory.Between(versions, c.QuestionKey, c.InstrumentVersion, instrumentVersion) != TrendLink.Breaks),
            ],
        }),
    ];

    private async Task<IReadOnlyList<InstrumentVersion>> VersionsAsync(WaveSheet wave, CancellationToken cancellationToken) =>
        (await surveys.FindInstrumentAsync(wave.InstrumentId, cancellationToken))?.Instrument.Versions ?? [];

    private async Task<Survey> FindSurveyAsync(Guid waveId, CancellationToken cancellationToken) =>
        await surveys.FindSurveyAsync(waveId, cancellationToken) ?? throw new ThingNotFoundException("survey", waveId);

    private async Task<IReadOnlyList<VoiceCounts>> CountsAsync(
        Guid waveId, string dimension, string? questionKey, CancellationToken cancellationToken) =>
        [.. (await CountsAsync([waveId], dimension, questionKey, cancellationToken))[waveId]];

    private async Task<ILookup<Guid, VoiceCounts>> CountsAsync(
        Guid[] waveIds, string dimension, string? questionKey, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select audience, proxy, instrument_version, question_key, answer, place, value, count, wave_id
            from engagement.answer_counts
            where wave_id = any($1) and dimension = $2 and ($3::text is null or question_key = $3)
            order by audience, proxy, instrument_version, question_key, answer, place, value
            """,
            row => (
                Voice: new Voice(row.GetString(0) is { Length: > 0 } audience ? Enum.Parse<Audience>(audience) : null, row.GetBoolean(1)),
                Count: new AnswerCount(row.GetInt32(2), row.GetString(3), row.GetString(4), row.GetInt32(5), row.GetString(6), row.GetInt32(7)),
                Wave: row.GetGuid(8)),
            cancellationToken,
            waveIds,
            dimension,
            questionKey);
        return rows.GroupBy(row => (row.Wave, row.Voice), row => row.Count).ToLookup(of => of.Key.Wave, of => new VoiceCounts(of.Key.Voice, [.. of]));
    }
}
