using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A representative of another organisation does not accept a claim: until it is settled, it counts for nothing.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Reason">Why.</param>
/// <param name="Organisation">The code of the organisation they speak for.</param>
public sealed record DisputeClaim(Guid CommissioningActivityId, Guid ClaimId, string Reason, string Organisation)
{
    public static Decision Decide(DisputeClaim command, CommissioningActivity activity, CommandContext by) => activity.With(command.ClaimId, claim =>
    {
        var reason = CleanText.Of(command.Reason);
        if ((CharterRules.CheckRepresentative(command.Organisation, claim.Organisation)
                ?? CharterRules.CheckSpeaker(command.Organisation, by)
                ?? VerifyClaim.CheckPerson(claim, by)
                ?? CharterRules.CheckReason(reason, "Say why you do not accept this, so that others can act on it")) is { } refusal)
        {
            return Decision.Refuse(refusal);
        }

        return claim.State == ClaimState.Disputed && claim.Reason == reason && claim.CheckedBy == command.Organisation
            ? Decision.Nothing
            : Decision.To(new ClaimDisputed(claim.Id, reason, command.Organisation, by.ActorId));
    });
}
