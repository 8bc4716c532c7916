using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>
/// What part of those who took a place on a scale took a favourable one: of five points the first two, of the three of Easy Read the first. "I'm not
/// sure", "not applicable" and blanks are in neither part. Scales are never pooled.
/// </summary>
public static class Confidence
{
    public static Proportion On(AnswerScale scale, Func<string, int> countOf)
    {
        var favourable = scale.Points.Count / 2;
        return new Proportion(scale.Points.Take(favourable).Sum(p => countOf(p.Key)), scale.Points.Sum(p => countOf(p.Key)));
    }
}
