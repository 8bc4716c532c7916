using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using static Engagement.History.Sentences;

namespace Engagement.History;

internal static class CharterSentences
{
    public static void AddTo(Sentences sentences)
    {
        sentences
            .Tell<EditionAdopted>(e => new Told($"The edition was adopted: {e.Title}, with {Count(e.Principles.Count, "principle", "principles")}").Setting("Holds from", e.From))
            .Tell<GroupSignedUp>(e => new Told($"A group signed up: {e.Group}").Setting("Signed up on", e.SignedOn));
        sentences
            .Tell<CommissioningStarted>(e => new Told($"It began to be commissioned: {e.Title}").Setting("Began on", e.StartedOn))
            .Tell<StageEntered>(e => new Told($"It entered {e.Stage}{Round(e.Round)}").Setting($"{e.Stage}{Round(e.Round)} from", e.EnteredOn))
            .Tell<StageCompleted>(e => new Told($"It completed {e.Stage}{Round(e.Round)}").Setting($"{e.Stage}{Round(e.Round)} until", e.CompletedOn))
            .Tell<CellMarkedNotApplicable>(e => new Told($"{Name(e.Organisation)} said that the principle “{e.Principle}” does not apply at {e.Stage}", e.Reason))
            .Tell<NotApplicableAgreed>(e => new Told($"A representative of {Name(e.Organisation)} agreed that the principle “{e.Principle}” does not apply at {e.Stage}"))
            .Tell<NotApplicableRefused>(
                e => new Told($"A representative of {Name(e.Organisation)} did not agree that the principle “{e.Principle}” does not apply at {e.Stage}", e.Reason))
            .Tell<CellMarkedApplicable>(e => new Told($"It was taken back that the principle “{e.Principle}” does not apply at {e.Stage}"))
            .Tell<ClaimMade>(e => new Told($"{Name(e.Organisation)} claimed the principle “{e.Principle}” at {e.Stage} by: {e.Evidence.Title}").Setting("Good until", e.ExpiresOn))
            .Tell<ClaimVerified>(e => new Told($"A representative of {Name(e.Organisation)} accepted a claim"))
            .Tell<ClaimDisputed>(e => new Told($"A representative of {Name(e.Organisation)} did not accept a claim", e.Reason))
            .Tell<ClaimWithdrawn>(e => new Told("A claim was taken back", e.Reason))
            .Tell<ClaimExpired>(e => new Told("A claim expired: what it rests on is too old").Setting("Expired on", e.ExpiredOn))
            .Tell<EvidenceRejected>(e => new Told($"Evidence that was proposed was not taken: {e.Evidence.Title}", e.Reason));
        sentences
            .Tell<StatementsAdopted>(e => new Told($"The document was adopted: {e.Title}, with {Count(e.Statements.Count, "statement", "statements")}").Setting("Holds from", e.From))
            .Tell<StatementEvidenced>(
                e => new Told($"{Name(e.Organisation)} gave evidence for the statement “{e.Statement}”: {e.Evidence.Title}", e.Explanation).Setting("Good until", e.ExpiresOn))
            .Tell<StatementEvidenceVerified>(e => new Told($"A representative of {Name(e.Organisation)} accepted evidence"))
            .Tell<StatementEvidenceDisputed>(e => new Told($"A representative of {Name(e.Organisation)} did not accept evidence", e.Reason))
            .Tell<StatementEvidenceWithdrawn>(e => new Told("Evidence was taken back", e.Reason))
            .Tell<StatementEvidenceRejected>(e => new Told($"Evidence that was proposed for the statement “{e.Statement}” was not taken: {e.Evidence.Title}", e.Reason));
    }

    private static string Name(string organisation) => Organisation.Find(organisation)?.Name ?? "An organisation";

    private static string Round(int round) => round == 1 ? "" : $" (round {round})";
}
