namespace Engagement.Feedback;

/// <summary>Where a theme's meaning is found now, and how it came to be what it is.</summary>
/// <param name="TodaysThemeIds">What it is today first, then the parts that were split off and what has become of them.</param>
/// <param name="Changes">Merges, splits and links of it and of all it has come from, oldest first.</param>
/// <param name="ThemeIds">Itself and all it has come from.</param>
public sealed record ThemeHistory(IReadOnlyList<Guid> TodaysThemeIds, IReadOnlyList<ThemeChange> Changes, IReadOnlySet<Guid> ThemeIds);
