using Engagement.Common;

namespace Engagement.Feedback;

public sealed record CodeView(Guid ViewId, Guid ThemeId)
{
    public static Decision Decide(CodeView command, View view, ThemeCard theme)
    {
        if (theme.ConsultationId is { } consultation && consultation != view.ConsultationId)
            return Decision.Refuse("THEME_OF_ANOTHER_CONSULTATION", "Choose a theme of the consultation this view belongs to", "themeId");

        // A view that was thought not codable may still find its theme, and may carry several.
        return view.ThemeIds.Contains(command.ThemeId)
            ? Decision.Refuse("VIEW_ALREADY_CODED", "This view already has this theme", "themeId")
            : Decision.To(new ViewCoded(command.ThemeId, view.Source.Id, view.ConsultationId, null));
    }
}
