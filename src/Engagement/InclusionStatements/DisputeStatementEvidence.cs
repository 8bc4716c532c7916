using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>A representative of another organisation does not accept evidence for a statement.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="ClaimId">The evidence, as it was given.</param>
/// <param name="Reason">Why.</param>
/// <param name="Organisation">The code of the organisation they speak for; left out where the account names one only.</param>
public sealed record DisputeStatementEvidence(Guid StatementDocumentId, Guid ClaimId, string Reason, string? Organisation)
{
    public static Decision Decide(DisputeStatementEvidence command, StatementDocument document, DateOnly today, CommandContext by) =>
        document.With(
            command.ClaimId,
            today,
            claim => claim.Dispute(
                command.Organisation, command.Reason, by, (organisation, reason) => new StatementEvidenceDisputed(claim.Id, reason, organisation, by.ActorId)));
}
