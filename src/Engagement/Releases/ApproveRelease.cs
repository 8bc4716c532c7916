using Engagement.Common;

namespace Engagement.Releases;

/// <summary>A second person agrees that figures which passed the check are published.</summary>
/// <param name="ReleaseId">The release.</param>
public sealed record ApproveRelease(Guid ReleaseId)
{
    public static Decision Decide(Release release, Guid? by)
    {
        if (by is not { } approver)
            return Decision.Refuse(ReleaseRules.NobodyKnown);

        if (ReleaseRules.Closed(release) is { } closed)
            return Decision.Refuse(closed);

        if (approver == release.DraftedBy)
            return Decision.Refuse("RELEASE_APPROVED_BY_DRAFTER", "You drafted these figures. Ask a colleague to approve them");

        return release.State == ReleaseState.Checked ? Decision.To(new ReleaseApproved(approver)) : Decision.Nothing;
    }
}
