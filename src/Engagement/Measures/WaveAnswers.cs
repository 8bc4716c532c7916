using Engagement.Releases;
using Engagement.SurveyResults;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Measures;

/// <summary>How the statements of a measure were answered in a wave: counted from the log, so that nothing waits for a read model.</summary>
public sealed class WaveAnswers(DocumentStore store, SurveyReads surveys, ResultReads results, TimeProvider clock)
{
    /// <summary>Null where the wave is of another survey, has not closed, or the audience did not answer it.</summary>
    public async Task<AnsweredWave?> FindAsync(Guid waveId, SurveySource source, CancellationToken cancellationToken)
    {
        if (await surveys.FindSurveyAsync(waveId, cancellationToken) is not { Wave: { ClosedOn: { } closedOn } wave } survey || wave.InstrumentId != source.InstrumentId)
            return null;

        var moment = new LogMoment(clock.GetUtcNow(), await store.Tail.PositionAsync(cancellationToken));
        var voices = await results.ExactAsAtAsync(waveId, source.Phase is null ? null : Breakdown.Phase, moment, cancellationToken);
        // Own voice and proxy are never pooled.
        return voices.FirstOrDefault(one => one.Voice == new Voice(source.Audience, Proxy: false)) is { } counted
            && (source.Phase is null ? counted : counted with { Counts = [.. counted.Counts.Where(count => count.Value == source.Phase)] }) is var voice
            ? new AnsweredWave(waveId, closedOn, [.. source.Statements.Select(key => ValueOf(key, survey, voice))])
            : null;
    }

    // The scale of the standard rendition: answers on another scale are never pooled with it.
    private static StatementValue ValueOf(string key, Survey survey, VoiceCounts voice)
    {
        var scale = survey.Questions.FirstOrDefault(question => question.Key == key)?.Scale is { } named ? AnswerScales.Find(named) : null;
        var agreed = scale is null ? new Proportion(0, 0) : Confidence.On(scale, point => voice.Of(key, point));
        return new StatementValue(key, agreed.Part, agreed.Whole);
    }
}
