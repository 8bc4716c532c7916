using System.Globalization;
using Engagement.Releases;
using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>
/// Results as officers see them, as they stand: exact, but for small cells of cross tables. They are never for the public, who reads what was released of a
/// wave.
/// </summary>
public static class ResultsView
{
    private static readonly DisclosurePolicy Policy = DisclosurePolicy.OfficersV1;

    public static ShownVoice Show(VoiceCounts counts, Survey survey) => new(
        counts.Voice, counts.Responses, [.. survey.Questions.Where(q => !q.AboutYou).Select(q => Show(q, counts, survey))]);

    /// <summary>A question with one answer for each person, crossed with the groups of a breakdown.</summary>
    public static ShownBreakdown Show(VoiceCounts counts, Question question)
    {
        var asked = counts.Counts.Where(c => c.QuestionKey == question.Key && c.Answer.Length > 0 && c.Place == 0).ToList();
        string[] groups = [.. asked.Select(c => c.Value).Distinct().Order(StringComparer.Ordinal)];
        string[] options = [.. question.Options.Select(o => o.Key).Union(asked.Select(c => c.Answer).Order(StringComparer.Ordinal))];
        var table = options.Select(option => (IReadOnlyList<int>)
            [.. groups.Select(group => asked.Where(c => c.Answer == option && c.Value == group).Sum(c => c.Count))]);
        return new ShownBreakdown(counts.Voice, options, groups, Policy.Show([.. table]));
    }

    internal static ShownScale Show(AnswerScale scale, Proportion confidence)
    {
        var interval = confidence.Interval;
        return new ShownScale(
            scale.Key, Policy.Percentage(confidence.Part, confidence.Whole), interval?.Low, interval?.High, Policy.NeedsCaution(confidence.Whole));
    }

    private static ShownQuestion Show(Question question, VoiceCounts counts, Survey survey)
    {
        var answered = counts.Answered(question.Key);
        List<Question> asAsked = [question, .. survey.Renditions.SelectMany(r => r.Questions).Where(q => q.Key == question.Key)];
        List<QuestionOption> options = [.. asAsked.SelectMany(q => q.Options).DistinctBy(o => o.Key)];
        var scales = asAsked.Select(q => q.Scale).OfType<string>().Distinct().Select(AnswerScales.Find).OfType<AnswerScale>();
        return new ShownQuestion(
            question.Key,
            question.Kind,
            question.Text,
            answered,
            question.HasOptions ? Options(question, options, counts, answered) : null,
            [.. scales.Select(scale => Show(scale, Confidence.On(scale, key => counts.Of(question.Key, key))))],
            question.Kind == QuestionKind.Number ? Average(question, counts, answered) : null,
            Policy.NeedsCaution(answered));
    }

    private static IReadOnlyList<ShownOption>? Options(Question question, List<QuestionOption> options, VoiceCounts counts, int answered)
    {
        List<int> exact = [.. options.Select(o => question.Kind == QuestionKind.Ranking ? First(question, o, counts) : counts.Of(question.Key, o.Key))];
        // Of several options each is one chosen by some and not by the others.
        var whole = question.Kind == QuestionKind.MultipleChoice ? answered : exact.Sum();
        return whole == 0
            ? null
            : [.. options.Zip(exact, (option, count) => new ShownOption(option.Key, option.Label, count, Policy.Percentage(count, whole)))];
    }

    private static int First(Question question, QuestionOption option, VoiceCounts counts) => counts.Counts
        .Where(c => c.QuestionKey == question.Key && c.Answer == option.Key && c.Place is 0 or 1)
        .Sum(c => c.Count);

    private static decimal? Average(Question question, VoiceCounts counts, int answered)
    {
        var numbers = counts.Counts.Where(c => c.QuestionKey == question.Key && c.Answer.Length > 0);
        return answered == 0
            ? null
            : Math.Round(
                numbers.Sum(c => c.Count * decimal.Parse(c.Answer, CultureInfo.InvariantCulture)) / answered, 1, MidpointRounding.AwayFromZero);
    }
}
