namespace Engagement.Surveys;

/// <summary>An answer as someone gave it, not yet checked against its question.</summary>
public sealed record GivenAnswer(string QuestionKey, string? OptionKey, string? Text);
