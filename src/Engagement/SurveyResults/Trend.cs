using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>A question's favourable answers by one voice over waves: joined only where the question still asks what it asked.</summary>
public static class Trend
{
    /// <param name="question">The question, on a scale.</param>
    /// <param name="scale">The scale: answers on another are another trend.</param>
    /// <param name="versions">The versions of its instrument.</param>
    /// <param name="waves">The counts of one voice in each wave, oldest first.</param>
    public static IReadOnlyList<TrendPoint> Of(
        string question,
        AnswerScale scale,
        IReadOnlyList<InstrumentVersion> versions,
        IReadOnlyList<(WaveSheet Wave, VoiceCounts Counts)> waves)
    {
        var points = new List<TrendPoint>();
        for (var i = 0; i < waves.Count; i++)
        {
            var (wave, counts) = waves[i];
            var now = Confidence.On(scale, key => counts.Of(question, key));
            var shown = ResultsView.Show(scale, now);
            if (i == 0)
            {
                points.Add(new TrendPoint(wave.Id, wave.InstrumentVersion, shown, null, null));
                continue;
            }

            var (before, countsBefore) = waves[i - 1];
            var link = QuestionHistory.Between(versions, question, before.InstrumentVersion, wave.InstrumentVersion);
            var isComparable = link != TrendLink.Breaks && shown.Percentage is not null && points[^1].Scale.Percentage is not null;
            points.Add(new TrendPoint(
                wave.Id,
                wave.InstrumentVersion,
                shown,
                link,
                isComparable ? Confidence.On(scale, key => countsBefore.Of(question, key)).MayBeChance(now) : null));
        }

        return points;
    }
}
