using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>Does not take evidence that was proposed for a statement. It is not proposed for it again, and can still be given.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="Statement">The key of the statement.</param>
/// <param name="EvidenceKind">What happened.</param>
/// <param name="EvidenceId">To what: the activity, the run of a survey, the topic, the loop or the meeting.</param>
/// <param name="Reason">Why it is not taken.</param>
public sealed record RejectStatementEvidence(Guid StatementDocumentId, string Statement, EvidenceKind EvidenceKind, Guid EvidenceId, string Reason)
{
    public static Decision Decide(RejectStatementEvidence command, StatementDocument document, Evidence? evidence)
    {
        var reason = CleanText.Of(command.Reason);
        if (document.Find(command.Statement) is not { } statement)
            return Decision.Refuse(EvidenceStatement.StatementUnknown);

        if (evidence is null)
            return Decision.Refuse("EVIDENCE_UNKNOWN", "Choose what is not taken", "evidenceId");

        if (CharterRules.CheckReason(reason, "Say why this is no evidence here") is { } refusal)
            return Decision.Refuse(refusal);

        return document.Rejected.Any(one => one.Statement == statement.Key && one.Evidence.Kind == evidence.Item.Kind && one.Evidence.Id == evidence.Item.Id)
            ? Decision.Nothing
            : Decision.To(new StatementEvidenceRejected(statement.Key, evidence.Item, reason));
    }
}
