using Engagement.Common;

namespace Engagement.Feedback;

internal static class ViewRules
{
    public static Refusal? NotWithdrawn(View view) => view.IsWithdrawn
        ? new Refusal("VIEW_WITHDRAWN", "The person has withdrawn this view. It is neither coded nor counted")
        : null;

    /// <summary>A standing theme takes views from anywhere, another only from its own consultation.</summary>
    public static Refusal? BelongsTo(View view, CodingTheme theme) => theme.Card.ConsultationId is { } consultation && consultation != view.ConsultationId
        ? new Refusal("THEME_OF_ANOTHER_CONSULTATION", "Choose a theme of the consultation this view belongs to", "themeId")
        : null;
}
