using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Takes a theme off a view again.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="ThemeId">The theme to take off.</param>
/// <param name="Why">Why it does not belong to the theme.</param>
public sealed record UncodeView(Guid ViewId, Guid ThemeId, string Why)
{
    public static Decision Decide(UncodeView command, View view, CodingTheme theme)
    {
        if (ViewRules.NotWithdrawn(view) is { } withdrawn)
            return Decision.Refuse(withdrawn);

        var carried = theme.CarriedBy(view);
        if (carried.Count == 0)
            return Decision.Refuse("VIEW_NOT_CODED", "This view does not have this theme", "themeId");

        var why = CleanText.Of(command.Why);
        if (why.Length == 0)
            return Decision.Refuse("REASON_REQUIRED", "Enter why this view does not belong to this theme", "why");

        // Where themes were merged, the view may carry several that are this one today. All of them go, or it would still be counted.
        return CleanText.TooLong(why, CleanText.ParagraphLimit, "why") is { } tooLong
            ? Decision.Refuse(tooLong)
            : Decision.To([.. carried.Select(id => new ViewUncoded(id, why))]);
    }
}
