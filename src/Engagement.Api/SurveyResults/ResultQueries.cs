using Engagement.Api.Authorization;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.SurveyResults;
using Engagement.Surveys;
using GraphQL;

namespace Engagement.Api.SurveyResults;

/// <summary>Figures for officers, never for the public: what anybody may read is published in releases.</summary>
[QueryType]
public static partial class ResultQueries
{
    private const int MostWaves = 24;

    /// <summary>What was answered in a wave so far, by each voice that was heard. Exact figures, so for staff only: the public reads releases.</summary>
    /// <param name="waveId">The survey.</param>
    [Authorize(Permissions.ReadExactResults)]
    public static Task<IReadOnlyList<ShownVoice>> GetWaveResultsAsync([ID<WaveSheet>] Guid waveId, ResultReads reads, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.WaveAsync(waveId, cancellation));

    /// <summary>One question by the groups that answered it, each voice apart. For staff only, and without cells of fewer than 5 people.</summary>
    /// <param name="waveId">The survey.</param>
    /// <param name="questionKey">The key of a question that is answered with one option.</param>
    /// <param name="by">What it is broken down by.</param>
    [Authorize(Permissions.ReadExactResults)]
    public static Task<IReadOnlyList<ShownBreakdown>> GetResultBreakdownAsync(
        [ID<WaveSheet>] Guid waveId, string questionKey, Breakdown by, ResultReads reads, CancellationToken cancellation) =>
        Reading.OfAsync(() => reads.BreakdownAsync(waveId, questionKey, by, cancellation));

    /// <summary>A question over waves that ask it, each voice apart. Exact figures, so for staff only.</summary>
    /// <param name="instrumentId">The set of questions.</param>
    /// <param name="questionKey">The key of a question that is answered on a scale.</param>
    /// <param name="scale">The key of the scale: answers on another are another trend.</param>
    /// <param name="waveIds">The waves, at most 24, in any order; those that ask other questions are left out.</param>
    [Authorize(Permissions.ReadExactResults)]
    public static async Task<IReadOnlyList<VoiceTrend>> GetResultTrendAsync(
        [ID<InstrumentSheet>] Guid instrumentId,
        string questionKey,
        string scale,
        [ID<WaveSheet>] IReadOnlyList<Guid> waveIds,
        ResultReads reads,
        CancellationToken cancellation)
    {
        var trends = await Reading.OfAsync(() => waveIds.Count > MostWaves
            ? throw new RuleRefusedException(new Refusal("TOO_MANY_WAVES", $"Choose {MostWaves} waves or fewer at a time", "waveIds"))
            : reads.TrendAsync(instrumentId, questionKey, scale, waveIds, cancellation));
        return [.. trends.OrderBy(trend => trend.Key.Audience).ThenBy(trend => trend.Key.Proxy).Select(trend => new VoiceTrend(trend.Key, trend.Value))];
    }
}
