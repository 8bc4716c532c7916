using Engagement.Common;

namespace Engagement.Privacy;

/// <summary>The record may be erased again.</summary>
/// <param name="SubjectId">Whose record it is.</param>
public sealed record LiftSafeguardingHold(Guid SubjectId)
{
    public static Decision Decide(SubjectRecord record, Acting by)
    {
        if (by.CheckSafeguardingLead() is { } refusal)
            return Decision.Refuse(refusal);

        return record.HoldReviewOn is null ? Decision.Nothing : Decision.To(new SafeguardingHoldLifted(by.Id));
    }
}
