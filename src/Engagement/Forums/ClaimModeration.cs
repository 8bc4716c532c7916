using Engagement.Common;

namespace Engagement.Forums;

/// <summary>Says that somebody is looking at a contribution, for a quarter of an hour. [ours]</summary>
/// <param name="ContributionId">The contribution.</param>
public sealed record ClaimModeration(Guid ContributionId)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    public static Decision Decide(Contribution c, ModerationCase on)
    {
        if (on.Check(c) is { } refusal)
            return Decision.Refuse(refusal);

        return c.IsDecided && !c.AwaitsReview && c.Appeal != AppealState.Open
            ? Decision.Refuse("ALREADY_DECIDED", "This has been decided. Choose another one from the queue")
            : Decision.To(new ModerationClaimed(on.By.Id, on.Now + Lasts));
    }
}
