namespace Engagement.Surveys;

/// <summary>Questions that belong together, under a title. It is shown when all its conditions hold.</summary>
public sealed record Section(string Key, string Title, string? Introduction, IReadOnlyList<Condition> ShownWhen);
