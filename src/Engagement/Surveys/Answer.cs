namespace Engagement.Surveys;

/// <summary>An answer as recorded: an option of the question, or the id of the view that holds the person's words.</summary>
public sealed record Answer(string QuestionKey, string? OptionKey, Guid? ViewId);
