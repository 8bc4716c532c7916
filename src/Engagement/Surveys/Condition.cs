namespace Engagement.Surveys;

/// <summary>Holds when an earlier question was answered with one of these options. A question that was not shown has no answer.</summary>
/// <param name="QuestionKey">The key of the earlier question.</param>
/// <param name="AnyOf">The keys of the options, one of which was chosen.</param>
public sealed record Condition(string QuestionKey, IReadOnlyList<string> AnyOf);
