using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>A representative of another organisation accepts evidence for a statement.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="ClaimId">The evidence, as it was given.</param>
/// <param name="Organisation">The code of the organisation they speak for.</param>
public sealed record VerifyStatementEvidence(Guid StatementDocumentId, Guid ClaimId, string Organisation)
{
    public static Decision Decide(VerifyStatementEvidence command, StatementDocument document, DateOnly today, CommandContext by) =>
        document.With(command.ClaimId, today, claim => CheckSpeaker(claim, command.Organisation, by) is { } refusal
            ? Decision.Refuse(refusal)
            : claim.State == ClaimState.Verified ? Decision.Nothing : Decision.To(new StatementEvidenceVerified(claim.Id, command.Organisation, by.ActorId)));

    /// <summary>Whoever looks at it speaks for families and for another organisation, and did not give it.</summary>
    internal static Refusal? CheckSpeaker(StatementClaim claim, string organisation, CommandContext by) =>
        CharterRules.CheckRepresentative(organisation, claim.Organisation)
        ?? CharterRules.CheckSpeaker(organisation, by)
        ?? (claim.By is { } giver && giver == by.ActorId ? new Refusal("OWN_CLAIM", "You gave this evidence. Somebody else has to look at it", "claimId") : null);
}
