namespace Engagement.Surveys.Version1;

/// <summary>An answer when a question had one option or a text.</summary>
public sealed record Answer(string QuestionKey, string? OptionKey, Guid? ViewId);
