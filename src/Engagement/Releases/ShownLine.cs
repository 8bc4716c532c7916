namespace Engagement.Releases;

/// <summary>Counts with their total as they may be shown; null where a count is hidden.</summary>
public sealed record ShownLine(IReadOnlyList<int?> Counts, int Total);
