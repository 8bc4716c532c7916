using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>A representative of another organisation accepts evidence for a statement.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="ClaimId">The evidence, as it was given.</param>
/// <param name="Organisation">The code of the organisation they speak for; left out where the account names one only.</param>
public sealed record VerifyStatementEvidence(Guid StatementDocumentId, Guid ClaimId, string? Organisation)
{
    public static Decision Decide(VerifyStatementEvidence command, StatementDocument document, DateOnly today, CommandContext by) =>
        document.With(
            command.ClaimId, today, claim => claim.Verify(command.Organisation, by, organisation => new StatementEvidenceVerified(claim.Id, organisation, by.ActorId)));
}
