using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A representative of another organisation accepts a claim.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Organisation">The code of the organisation they speak for.</param>
public sealed record VerifyClaim(Guid CommissioningActivityId, Guid ClaimId, string Organisation)
{
    public static Decision Decide(VerifyClaim command, CommissioningActivity activity, CommandContext by) => activity.With(command.ClaimId, claim =>
        (CharterRules.CheckRepresentative(command.Organisation, claim.Organisation)
            ?? CharterRules.CheckSpeaker(command.Organisation, by)
            ?? CheckPerson(claim, by)) is { } refusal
            ? Decision.Refuse(refusal)
            : claim.State == ClaimState.Verified ? Decision.Nothing : Decision.To(new ClaimVerified(claim.Id, command.Organisation, by.ActorId)));

    internal static Refusal? CheckPerson(Claim claim, CommandContext by) => claim.By is { } claimant && claimant == by.ActorId
        ? new Refusal("OWN_CLAIM", "You made this claim. Somebody else has to look at it", "claimId")
        : null;
}
