using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>One audience's views of a theme by district, phase or month: a cross table, so small numbers are not shown.</summary>
public sealed record ThemeBreakdown(Guid ThemeId, Audience? Audience, IReadOnlyList<ThemeCell> Cells);
