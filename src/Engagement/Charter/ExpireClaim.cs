using Engagement.Common;
using Messaging;

namespace Engagement.Charter;

/// <summary>The message that a day has come on which a claim is too old. What was taken back before changes nothing any more.</summary>
[MessageIdentity("expire_claim")]
public sealed record ExpireClaim(Guid CommissioningActivityId, Guid ClaimId)
{
    public static Decision Decide(ExpireClaim message, CommissioningActivity activity, DateOnly today) =>
        activity.Claims.FirstOrDefault(claim => claim.Id == message.ClaimId) is { Stands: true } claim && claim.ExpiresOn <= today
            ? Decision.To(new ClaimExpired(claim.Id, claim.ExpiresOn))
            : Decision.Nothing;
}
