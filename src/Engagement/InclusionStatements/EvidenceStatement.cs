using Engagement.Charter;
using Engagement.Common;

namespace Engagement.InclusionStatements;

/// <summary>Gives what happened as evidence that a statement is kept.</summary>
/// <param name="StatementDocumentId">The document.</param>
/// <param name="Statement">The key of the statement.</param>
/// <param name="EvidenceKind">What happened.</param>
/// <param name="EvidenceId">To what: the activity, the run of a survey, the topic, the loop or the meeting.</param>
/// <param name="Explanation">How it shows that the statement is kept.</param>
/// <param name="Organisation">The code of the organisation that gives it; left out where the account names one only.</param>
public sealed record EvidenceStatement(
    Guid StatementDocumentId, string Statement, EvidenceKind EvidenceKind, Guid EvidenceId, string Explanation, string? Organisation)
{
    private const int Most = 2_000;

    public static Decision Decide(EvidenceStatement command, Guid claimId, StatementDocument document, Evidence? evidence, DateOnly today, CommandContext by)
    {
        var explanation = CleanText.Of(command.Explanation);
        if (document.Find(command.Statement) is not { } statement)
            return Decision.Refuse(StatementUnknown);

        if (evidence is null)
        {
            return Decision.Refuse(
                "EVIDENCE_UNKNOWN", "Choose what happened: an activity or a meeting that was held, a survey or a topic that closed, or an answer", "evidenceId");
        }

        if (!evidence.Reaches(statement.People))
            return Decision.Refuse("NOT_ITS_AUDIENCE", "Link it to something that reached those to whom the statement is made", "evidenceId");

        if (MakeClaim.ExpiryOf(evidence) <= today)
            return Decision.Refuse("EVIDENCE_TOO_OLD", "This happened more than two years ago. Choose something newer", "evidenceId");

        if (explanation.Length == 0)
            return Decision.Refuse("EXPLANATION_MISSING", "Say how this shows that the statement is kept", "explanation");

        if ((CharterRules.CheckSpeaker(command.Organisation, by, out var organisation) ?? CleanText.TooLong(explanation, CleanText.ParagraphLimit, "explanation")) is { } refusal)
            return Decision.Refuse(refusal);

        if (document.Claims.Any(claim => claim.StandsOn(today) && claim.Statement == statement.Key
                && claim.Evidence.Kind == evidence.Item.Kind && claim.Evidence.Id == evidence.Item.Id))
        {
            return Decision.Refuse("ALREADY_CLAIMED", "This is given as evidence for this statement already", "evidenceId");
        }

        return document.Claims.Count >= Most
            ? Decision.Refuse("TOO_MANY_CLAIMS", "The statements of a document have at most 2,000 pieces of evidence")
            : Decision.To(new StatementEvidenced(
                claimId, statement.Key, evidence.Item, explanation, organisation, MakeClaim.ExpiryOf(evidence), by.ActorId));
    }

    internal static Refusal StatementUnknown { get; } = new("STATEMENT_UNKNOWN", "Choose one of the statements of this document", "statement");
}
