using Engagement.Common;

namespace Engagement.Forums;

/// <summary>
/// Asks for a person to look at what is shown. It needs no account, and takes nothing down by itself: else anybody could silence anybody. What has been
/// reported for a reason is not queued for the same one again until its author changes the words. [ours] That somebody may be in danger goes straight to
/// the safeguarding lead, who is told once while they have not finished with it; moderators may still keep it back meanwhile.
/// </summary>
/// <param name="ContributionId">A post or a comment that is shown.</param>
/// <param name="Reason">Why.</param>
public sealed record ReportContribution(Guid ContributionId, ReportReason Reason)
{
    public static Decision Decide(ReportContribution command, Contribution c, bool isWithSafeguardingLead)
    {
        if (c.State != ContributionState.Released)
            return Decision.Refuse("POST_NOT_SHOWN", "This is not shown any more, so there is nothing to report");

        var reported = new ContributionReported(command.Reason);
        if (command.Reason == ReportReason.SomebodyInDanger && !isWithSafeguardingLead)
            return Decision.To(reported, Raise(c));

        return c.ReportedFor.Contains(command.Reason) ? Decision.Nothing : Decision.To(reported);
    }

    private static SafeguardingRaised Raise(Contribution c) => new(
        new SafeguardingSource(SafeguardingSourceKind.Contribution, c.Id), SafeguardingCause.Report, null, [], c.Words, Note: null, RaisedBy: null);
}
