namespace Engagement.Surveys;

/// <summary>An answer that can be chosen.</summary>
/// <param name="Key">Names it for programs.</param>
/// <param name="Label">What people read.</param>
public sealed record QuestionOption(string Key, string Label);
