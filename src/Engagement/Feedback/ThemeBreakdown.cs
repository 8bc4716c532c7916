using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>One audience's views of a theme by district, phase or month: a cross table, so small numbers are not shown.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Audience">Whose views; null where it was not recorded.</param>
/// <param name="Cells">In the order of their keys; what is not known comes last.</param>
public sealed record ThemeBreakdown(Guid ThemeId, Audience? Audience, IReadOnlyList<ThemeCell> Cells);
