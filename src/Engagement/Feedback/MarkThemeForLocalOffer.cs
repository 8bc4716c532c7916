using Engagement.Common;

namespace Engagement.Feedback;

/// <summary>Says that a theme is a comment on the Local Offer: what becomes of it is then in the comments and response of each year.</summary>
/// <param name="ThemeId">The theme.</param>
/// <param name="Matter">What of it; null: it is no such comment after all.</param>
public sealed record MarkThemeForLocalOffer(Guid ThemeId, LocalOfferMatter? Matter)
{
    public static Decision Decide(MarkThemeForLocalOffer command, Theme theme, string? todaysTitle) =>
        ThemeRules.NotMerged(theme, todaysTitle) is { } merged ? Decision.Refuse(merged)
        : theme.LocalOffer == command.Matter ? Decision.Nothing
        : Decision.To(new ThemeMarkedForLocalOffer(command.Matter));
}
