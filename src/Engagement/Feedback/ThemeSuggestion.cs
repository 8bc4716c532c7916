namespace Engagement.Feedback;

/// <summary>A theme that may fit a view, and why it may.</summary>
/// <param name="ThemeId">The theme, as it is today.</param>
/// <param name="Suggestion">Which method thought of it and how well it fits; sent back with what the coder makes of it.</param>
/// <param name="Because">What the view shares with the theme's views, the weightiest first: stems of words, and pairs of them.</param>
/// <param name="LikeViewId">The view of the theme that is most like it, if any is.</param>
public sealed record ThemeSuggestion(Guid ThemeId, Suggestion Suggestion, IReadOnlyList<string> Because, Guid? LikeViewId);
