namespace Engagement.Feedback;

/// <summary>A theme in a list, with its place there.</summary>
public sealed record ThemeRow(ThemeCard Theme, ThemePosition Position);
