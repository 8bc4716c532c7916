using Engagement.Common;

namespace Engagement.Forums;

/// <summary>
/// Asks for a person to look at what is shown. It needs no account, and takes nothing down by itself: else anybody could silence anybody. What has been
/// reported for a reason is not queued for the same one again until its author changes the words. [ours]
/// </summary>
/// <param name="ContributionId">A post or a comment that is shown.</param>
/// <param name="Reason">Why.</param>
public sealed record ReportContribution(Guid ContributionId, ReportReason Reason)
{
    public static Decision Decide(ReportContribution command, Contribution c)
    {
        if (c.State != ContributionState.Released)
            return Decision.Refuse("POST_NOT_SHOWN", "This is not shown any more, so there is nothing to report");

        return c.ReportedFor.Contains(command.Reason) ? Decision.Nothing : Decision.To(new ContributionReported(command.Reason));
    }
}
