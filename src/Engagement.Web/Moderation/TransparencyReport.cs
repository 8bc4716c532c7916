namespace Engagement.Web.Moderation;

/// <summary>How a forum was moderated in a month. Counts are rounded; null is a count too small to show.</summary>
public sealed record TransparencyReport(
    DateOnly Month,
    TransparencyState State,
    string? WhyNoFigures,
    int? Received,
    int? Held,
    int? Returned,
    int? Refused,
    int? Appeals,
    int? AppealsOverturned,
    int? LookedAtWithinADay,
    int? LookedAtWithinThreeDays,
    int? LookedAtLater);

public enum TransparencyState
{
    BeingChecked,
    Published,
    Withheld,
}

public sealed record ModeratedForum(string Id, string Slug, string Title);
