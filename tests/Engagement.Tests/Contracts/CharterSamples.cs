using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using static Engagement.Tests.Contracts.EventSamples;

namespace Engagement.Tests.Contracts;

internal static class CharterSamples
{
    private static readonly Guid EditionId = Guid.Parse("f4c7d5a9-9826-47a9-85e0-b61aeb9dac5b");
    private static readonly Guid ClaimId = Guid.Parse("05d8e6ba-a937-48ba-96f1-c72bfcaebd6c");
    private static readonly EvidenceItem Workshop = new(EvidenceKind.ActivityHeld, Guid.Parse("16e9f7cb-ba48-49cb-87a2-d83cadbfce7d"), "Workshop on waiting times", new DateOnly(2024, 10, 8));

    public static IReadOnlyList<object> All { get; } =
    [
        new EditionAdopted(
            "Youth charter",
            "What young people expect of commissioners, 2024",
            new DateOnly(2024, 9, 1),
            "The draft SEND Strategy names the principles. The criteria are ours.",
            EditionId,
            [new Principle("listen", "Listen, understand, and act upon what we say", false, [new Criterion("answered", "Each point gets an answer", true)], ["heard"])]),
        new GroupSignedUp("Kent and Medway Children and Young People Programme Board", new DateOnly(2024, 9, 12)),
        new CommissioningStarted(
            "A new contract for therapies",
            "therapies",
            new AffectedPeople([Audience.ParentsAndCarers, Audience.YoungPeople], ["E07000114"], ["primary"], ["communication"]),
            EditionId,
            new DateOnly(2024, 9, 16)),
        new StageEntered(CycleStage.Analyse, 1, new DateOnly(2024, 9, 16)),
        new StageCompleted(CycleStage.Analyse, 1, new DateOnly(2024, 12, 13)),
        new CellMarkedNotApplicable("lead", CycleStage.Do, "The tender was decided by law before the charter was adopted", "county-council"),
        new NotApplicableRefused("lead", CycleStage.Do, "Young people could have asked a question", "youth-council", AnotherPersonId),
        new NotApplicableAgreed("lead", CycleStage.Do, "youth-council", AnotherPersonId),
        new CellMarkedApplicable("lead", CycleStage.Do),
        new ClaimMade(
            ClaimId,
            "listen",
            CycleStage.Plan,
            Workshop,
            "Parents wrote the three questions that providers were asked",
            "heard",
            "county-council",
            new DateOnly(2026, 10, 8),
            "1/youth-lead-plan",
            PersonId),
        new ClaimVerified(ClaimId, "kent-pact", AnotherPersonId),
        new ClaimDisputed(ClaimId, "Nobody told those who came what became of it", "kent-pact", AnotherPersonId),
        new ClaimWithdrawn(ClaimId, "The workshop was about another service"),
        new ClaimExpired(ClaimId, new DateOnly(2026, 10, 8)),
        new StatementsAdopted(
            "Kent inclusion statement",
            new DateOnly(2024, 9, 1),
            "The published statement. The short forms are ours.",
            [
                new InclusionStatement(
                    "forum", "Keep a forum for the views of families", StatementAudience.ParentsAndCarers, StatementLevel.County, "We will, across the county, 3", [EvidenceKind.TopicClosed]),
            ]),
        new StatementEvidenced(ClaimId, "forum", Workshop, "Parents said what they need", "county-council", new DateOnly(2026, 10, 8), PersonId),
        new StatementEvidenceVerified(ClaimId, "kent-pact", AnotherPersonId),
        new StatementEvidenceDisputed(ClaimId, "Nobody told those who came what became of it", "kent-pact", AnotherPersonId),
        new StatementEvidenceWithdrawn(ClaimId, "The workshop was about another service"),
        new StatementEvidenceRejected("forum", Workshop, "It was about another service"),
        new EvidenceRejected("include", CycleStage.Analyse, Workshop, "1/youth-include-analyse", "It was about another service"),
    ];
}
