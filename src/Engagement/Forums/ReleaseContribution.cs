using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Shows a contribution to all, in the author's own words. A flagged one takes two different people.</summary>
/// <param name="ContributionId">The contribution.</param>
/// <param name="Reason">Wanted where an earlier decision is changed, or contact details were found.</param>
public sealed record ReleaseContribution(Guid ContributionId, string? Reason = null)
{
    public static Decision Decide(ReleaseContribution command, Contribution c, ModerationCase on)
    {
        if (on.CheckDecision(c) is { } refusal)
            return Decision.Refuse(refusal);

        if (c.State == ContributionState.Released)
        {
            // It was shown without anybody's decision: now it has one.
            return c.AwaitsReview
                ? Decision.To(new ContributionReviewed(on.By.Id))
                : Decision.Refuse("ALREADY_DECIDED", "This has already been released");
        }

        var reason = CleanText.OrNull(command.Reason);
        var missing = c switch
        {
            { IsDecided: true } => "Enter why the earlier decision is changed",
            { HeldFor: HoldReason.ContactDetails } => "Enter why what was found can be shown. Return it if it is somebody's contact details",
            _ => null,
        };
        var unfit = missing is null && reason is null ? null : Reasons.Check(reason ?? "", missing ?? "", "reason");
        if (unfit is not null)
            return Decision.Refuse(unfit);

        return Release(c, reason, on.By.Id) is { } released
            ? Decision.To([.. Reasons.Undo(c, reason ?? "", on.By.Id), .. released])
            : Decision.Refuse("SECOND_PERSON_REQUIRED", "You have agreed to release this. Another moderator must agree as well");
    }

    /// <summary>The release, or the first half of it; null when the same person would be both.</summary>
    internal static object[]? Release(Contribution c, string? reason, Guid by)
    {
        if (!c.IsFlagged || (c.FirstReleaser is { } first && first != by))
            return [new ContributionReleased(reason, by), c.ToView()];

        return c.FirstReleaser is null ? [new ContributionReleaseApproved(reason, by)] : null;
    }
}
