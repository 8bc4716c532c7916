using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>A representative of another organisation does not accept evidence for a statement.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="ClaimId">The evidence, as it was given.</param>
/// <param name="Reason">Why.</param>
/// <param name="Organisation">The code of the organisation they speak for.</param>
public sealed record DisputeStatementEvidence(Guid StatementDocumentId, Guid ClaimId, string Reason, string Organisation)
{
    public static Decision Decide(DisputeStatementEvidence command, StatementDocument document, DateOnly today, CommandContext by) =>
        document.With(command.ClaimId, today, claim =>
        {
            var reason = CleanText.Of(command.Reason);
            if ((VerifyStatementEvidence.CheckSpeaker(claim, command.Organisation, by)
                    ?? CharterRules.CheckReason(reason, "Say why you do not accept this, so that others can act on it")) is { } refusal)
            {
                return Decision.Refuse(refusal);
            }

            return claim.State == ClaimState.Disputed && claim.Reason == reason && claim.CheckedBy == command.Organisation
                ? Decision.Nothing
                : Decision.To(new StatementEvidenceDisputed(claim.Id, reason, command.Organisation, by.ActorId));
        });
}
