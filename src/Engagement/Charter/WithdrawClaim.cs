using Engagement.Common;

namespace Engagement.Charter;

/// <summary>Takes a claim back. It stays in the history.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawClaim(Guid CommissioningActivityId, Guid ClaimId, string Reason)
{
    public static Decision Decide(WithdrawClaim command, CommissioningActivity activity) => activity.With(command.ClaimId, claim =>
    {
        var reason = CleanText.Of(command.Reason);
        return CharterRules.CheckReason(reason, "Say why this claim is taken back") is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new ClaimWithdrawn(claim.Id, reason));
    });
}
