using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says that a suggested theme does not fit a view.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="ThemeId">The theme that was suggested.</param>
/// <param name="Suggestion">The suggestion, as it was read.</param>
public sealed record RejectViewSuggestion(Guid ViewId, Guid ThemeId, Suggestion Suggestion)
{
    public static Decision Decide(RejectViewSuggestion command, View view, CodingTheme theme)
    {
        if ((ViewRules.NotWithdrawn(view) ?? Suggestion.Check(command.Suggestion)) is { } refusal)
            return Decision.Refuse(refusal);

        if (theme.CarriedBy(view).Count > 0)
            return Decision.Refuse("VIEW_ALREADY_CODED", "This view already has this theme. Take it off if it does not belong", "themeId");

        return view.RejectedThemeIds.Any(theme.Ids.Contains)
            ? Decision.Nothing
            : Decision.To(new ViewSuggestionRejected(command.ThemeId, command.Suggestion));
    }
}
