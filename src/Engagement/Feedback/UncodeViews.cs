using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Undoes the coding of several views: of all of them, or of none.</summary>
/// <param name="ThemeId">The theme to take off.</param>
/// <param name="ViewIds">The views, at most 200.</param>
/// <param name="Why">Why they do not belong to the theme.</param>
public sealed record UncodeViews(Guid ThemeId, IReadOnlyList<Guid> ViewIds, string Why)
{
    /// <summary>For one of them. One that does not have the theme is left as it is.</summary>
    public static Decision Decide(UncodeViews command, View view, CodingTheme theme) => theme.CarriedBy(view).Count == 0
        ? Decision.Nothing
        : UncodeView.Decide(new UncodeView(view.Id, command.ThemeId, command.Why), view, theme);
}
