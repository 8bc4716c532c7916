using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Codes a view to a theme. A view may carry several.</summary>
/// <param name="ViewId">The view.</param>
/// <param name="ThemeId">The theme it makes the point of.</param>
/// <param name="Suggestion">The suggestion that is accepted with it, if it was one.</param>
public sealed record CodeView(Guid ViewId, Guid ThemeId, Suggestion? Suggestion = null)
{
    public static Decision Decide(CodeView command, View view, CodingTheme theme)
    {
        var refusal = ViewRules.NotWithdrawn(view)
            ?? theme.TakesCodes()
            ?? ViewRules.BelongsTo(view, theme)
            ?? Suggestion.Check(command.Suggestion);
        if (refusal is not null)
            return Decision.Refuse(refusal);

        // A view that was thought not codable may still find its theme, and may carry several.
        return theme.CarriedBy(view).Count > 0
            ? Decision.Refuse("VIEW_ALREADY_CODED", "This view already has this theme", "themeId")
            : Decision.To(new ViewCoded(command.ThemeId, view.Source.Id, view.ConsultationId, command.Suggestion));
    }
}
