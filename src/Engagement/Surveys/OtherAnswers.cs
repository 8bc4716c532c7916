namespace Engagement.Surveys;

/// <summary>
/// Answers that are no opinion, and are never points of a scale. Their keys mean the same in every question. Whoever gives one of them gives no
/// other answer to that question.
/// </summary>
public static class OtherAnswers
{
    public static QuestionOption NotSure { get; } = new("not-sure", "I'm not sure");

    public static QuestionOption PreferNotToSay { get; } = new("prefer-not-to-say", "Prefer not to say");

    public static QuestionOption NotApplicable { get; } = new("not-applicable", "Not applicable");

    public static IReadOnlyList<QuestionOption> All { get; } = [NotSure, PreferNotToSay, NotApplicable];

    public static bool Include(string optionKey) => All.Any(o => o.Key == optionKey);
}
