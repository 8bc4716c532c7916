namespace Engagement.Feedback;

/// <summary>A theme that a view carries, as it was coded; merges of themes change nothing here. The coder is a pseudonym, null where unknown.</summary>
public sealed record ViewCode(Guid ThemeId, Guid? CoderId);
