using System.Globalization;
using Engagement.Releases;
using Engagement.Surveys;

namespace Engagement.SurveyResults;

/// <summary>Counts as a policy of disclosure lets them be seen: the one way from exact figures to a reader.</summary>
public static class ResultsView
{
    public static ShownVoice Show(VoiceCounts counts, Survey survey, DisclosurePolicy policy) => new(
        counts.Voice, policy.Lone(counts.Responses), [.. survey.Questions.Where(q => !q.AboutYou).Select(q => Show(q, counts, survey, policy))]);

    /// <summary>A question with one answer for each person, crossed with the groups of a breakdown.</summary>
    public static ShownBreakdown Show(VoiceCounts counts, Question question, DisclosurePolicy policy)
    {
        var asked = counts.Counts.Where(c => c.QuestionKey == question.Key && c.Answer.Length > 0 && c.Place == 0).ToList();
        string[] groups = [.. asked.Select(c => c.Value).Distinct().Order(StringComparer.Ordinal)];
        string[] options = [.. question.Options.Select(o => o.Key).Union(asked.Select(c => c.Answer).Order(StringComparer.Ordinal))];
        var table = options.Select(option => (IReadOnlyList<int>)
            [.. groups.Select(group => asked.Where(c => c.Answer == option && c.Value == group).Sum(c => c.Count))]);
        return new ShownBreakdown(counts.Voice, options, groups, policy.Show([.. table]));
    }

    private static ShownQuestion Show(Question question, VoiceCounts counts, Survey survey, DisclosurePolicy policy)
    {
        var answered = counts.Answered(question.Key);
        List<Question> asAsked = [question, .. survey.Renditions.SelectMany(r => r.Questions).Where(q => q.Key == question.Key)];
        List<QuestionOption> options = [.. asAsked.SelectMany(q => q.Options).DistinctBy(o => o.Key)];
        return new ShownQuestion(
            question.Key,
            question.Kind,
            question.Text,
            policy.Lone(answered),
            question.HasOptions ? Options(question, options, counts, answered, policy) : null,
            [.. asAsked.Select(q => q.Scale).OfType<string>().Distinct().Select(AnswerScales.Find).OfType<AnswerScale>().Select(scale => Show(scale, Confidence.On(scale, key => counts.Of(question.Key, key)), policy))],
            question.Kind == QuestionKind.Number && answered >= policy.LeastBase ? Average(question, counts, answered) : null,
            policy.NeedsCaution(answered));
    }

    private static IReadOnlyList<ShownOption>? Options(
        Question question, List<QuestionOption> options, VoiceCounts counts, int answered, DisclosurePolicy policy)
    {
        List<int> exact = [.. options.Select(o => question.Kind == QuestionKind.Ranking ? First(question, o, counts) : counts.Of(question.Key, o.Key))];
        // Of several options each is one chosen by some and not by the others.
        var isSeveral = question.Kind == QuestionKind.MultipleChoice;
        var whole = isSeveral ? answered : exact.Sum();
        var shown = isSeveral ? [.. exact.Select(count => policy.Show([count, whole - count])?.Counts[0])] : policy.Show(exact)?.Counts;
        if (shown is null || whole == 0 || (whole < policy.LeastBaseOfAllOrNone && exact.Contains(whole)))
            return null;

        return
        [
            .. options.Select((option, i) => new ShownOption(
                option.Key, option.Label, shown[i], shown[i] is null ? null : policy.Percentage(exact[i], whole))),
        ];
    }

    private static int First(Question question, QuestionOption option, VoiceCounts counts) => counts.Counts
        .Where(c => c.QuestionKey == question.Key && c.Answer == option.Key && c.Place is 0 or 1)
        .Sum(c => c.Count);

    internal static ShownScale Show(AnswerScale scale, Proportion confidence, DisclosurePolicy policy)
    {
        var line = policy.Show([confidence.Part, confidence.Whole - confidence.Part]);
        var percentage = line?.Counts[0] is null ? null : policy.Percentage(confidence.Part, confidence.Whole);
        var interval = percentage is null ? null : confidence.Interval;
        return new ShownScale(scale.Key, percentage, Shown(interval?.Low), Shown(interval?.High), policy.NeedsCaution(confidence.Whole));

        // No finer than the percentage: from an exact interval the exact counts can be worked out.
        decimal? Shown(decimal? bound) => bound is { } exact ? Math.Round(exact, policy.PercentageDecimals, MidpointRounding.AwayFromZero) : null;
    }

    private static decimal? Average(Question question, VoiceCounts counts, int answered)
    {
        var numbers = counts.Counts.Where(c => c.QuestionKey == question.Key && c.Answer.Length > 0);
        return answered == 0
            ? null
            : Math.Round(
                numbers.Sum(c => c.Count * decimal.Parse(c.Answer, CultureInfo.InvariantCulture)) / answered, 1, MidpointRounding.AwayFromZero);
    }
}
