using Engagement.Common;
using Engagement.Forums;

namespace Engagement.Privacy;

public sealed record LiftSafeguardingHold(Guid SubjectId)
{
    public static Decision Decide(SubjectRecord record, Acting by)
    {
        if (by.CheckSafeguardingLead() is { } refusal)
            return Decision.Refuse(refusal);

        return record.HoldReviewOn is null ? Decision.Nothing : Decision.To(new SafeguardingHoldLifted(by.Id));
    }
}
