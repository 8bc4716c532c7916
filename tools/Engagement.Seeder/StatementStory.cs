using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;

namespace Engagement.Seeder;

/// <summary>
/// The inclusion statements of Kent and Essex, with some evidence for what they say: some accepted, one that waits, one that is disputed. Most have none, and for
/// some of these evidence is proposed.
/// </summary>
internal static class StatementStory
{
    private const string Name = "statements";

    public static async Task TellAsync(Storyteller teller)
    {
        var kent = await AdoptAsync(teller, StatementDocuments.Kent, "kent");
        await AdoptAsync(teller, StatementDocuments.Essex, "essex");

        await EvidenceAsync(
            teller, kent, "children-part-of-it", CharterStory.ActivityOf("scoring"), "Young people had a third of the points in choosing the provider", -120, verifiedFor: Organisation.YouthCouncil);
        await EvidenceAsync(
            teller, kent, "parents-assess-together", CharterStory.ActivityOf("waiting"), "Parents said what waiting does before the assessment of needs was written", -110, verifiedFor: Organisation.KentPact);
        await EvidenceAsync(teller, kent, "county-together", MeetingStory.LastOfTheBoard, "Parents’ representatives sat with council, health and schools", -40);
        var disputed = await EvidenceAsync(
            teller, kent, "area-learning", CharterStory.ActivityOf("first-months"), "Parents learnt how the new service works", -50);
        await teller.Statements.DisputeAsync(
            new DisputeStatementEvidence(kent, disputed, "It was one coffee morning in one area, and nothing that is regular", Organisation.KentPact),
            CharterStory.Verifier(teller, -35, $"{Name}:dispute"),
            teller.CancellationToken);
    }

    private static Task<Guid> AdoptAsync(Storyteller teller, AdoptStatements document, string key) => teller.Statements.AdoptAsync(
        document, Storyteller.OfficerOn(document.From, $"{Name}:{key}"), teller.CancellationToken);

    private static async Task<Guid> EvidenceAsync(
        Storyteller teller, Guid document, string statement, (EvidenceKind Kind, Guid Id) evidence, string explanation, int day, string? verifiedFor = null)
    {
        var name = $"{Name}:{statement}";
        var claim = await teller.Statements.EvidenceAsync(
            new EvidenceStatement(document, statement, evidence.Kind, evidence.Id, explanation, null), CharterStory.Commissioner(teller, day, name), teller.CancellationToken);
        if (verifiedFor is not null)
        {
            await teller.Statements.VerifyAsync(
                new VerifyStatementEvidence(document, claim, verifiedFor), CharterStory.Verifier(teller, day + 7, $"{name}:verify"), teller.CancellationToken);
        }

        return claim;
    }
}
