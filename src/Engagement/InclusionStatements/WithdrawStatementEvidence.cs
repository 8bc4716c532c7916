using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>Takes evidence for a statement back. It stays in the history.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="ClaimId">The evidence, as it was given.</param>
/// <param name="Reason">Why.</param>
public sealed record WithdrawStatementEvidence(Guid StatementDocumentId, Guid ClaimId, string Reason)
{
    public static Decision Decide(WithdrawStatementEvidence command, StatementDocument document, DateOnly today) => document.With(command.ClaimId, today, claim =>
    {
        var reason = CleanText.Of(command.Reason);
        return CharterRules.CheckReason(reason, "Say why this evidence is taken back") is { } refusal
            ? Decision.Refuse(refusal)
            : Decision.To(new StatementEvidenceWithdrawn(claim.Id, reason));
    });
}
