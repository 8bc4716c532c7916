namespace Engagement.Surveys;

/// <summary>Holds when an earlier question was answered with one of these options. A question that was not shown has no answer.</summary>
public sealed record Condition(string QuestionKey, IReadOnlyList<string> AnyOf);
