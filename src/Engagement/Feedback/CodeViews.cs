using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Several views make the same point: all of them are coded, or none.</summary>
/// <param name="ThemeId">The theme they make the point of.</param>
/// <param name="ViewIds">The views, at most 200.</param>
public sealed record CodeViews(Guid ThemeId, IReadOnlyList<Guid> ViewIds)
{
    /// <summary>For one of them. One that has the theme already is left as it is.</summary>
    public static Decision Decide(CodeViews command, View view, CodingTheme theme) => theme.CarriedBy(view).Count > 0 && !view.IsWithdrawn
        ? Decision.Nothing
        : CodeView.Decide(new CodeView(view.Id, command.ThemeId), view, theme);
}
