using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A representative of another organisation does not accept a claim: until it is settled, it counts for nothing.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Reason">Why.</param>
/// <param name="Organisation">The code of the organisation they speak for; left out where the account names one only.</param>
public sealed record DisputeClaim(Guid CommissioningActivityId, Guid ClaimId, string Reason, string? Organisation)
{
    public static Decision Decide(DisputeClaim command, CommissioningActivity activity, CommandContext by) => activity.With(
        command.ClaimId,
        claim => claim.Dispute(command.Organisation, command.Reason, by, (organisation, reason) => new ClaimDisputed(claim.Id, reason, organisation, by.ActorId)));
}
