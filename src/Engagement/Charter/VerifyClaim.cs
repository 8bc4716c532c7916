using Engagement.Common;

namespace Engagement.Charter;

/// <summary>A representative of another organisation accepts a claim.</summary>
/// <param name="CommissioningActivityId">The commissioning activity.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="Organisation">The code of the organisation they speak for; left out where the account names one only.</param>
public sealed record VerifyClaim(Guid CommissioningActivityId, Guid ClaimId, string? Organisation)
{
    public static Decision Decide(VerifyClaim command, CommissioningActivity activity, CommandContext by) => activity.With(
        command.ClaimId, claim => claim.Verify(command.Organisation, by, organisation => new ClaimVerified(claim.Id, organisation, by.ActorId)));
}
