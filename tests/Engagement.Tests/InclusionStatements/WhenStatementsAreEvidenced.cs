using Engagement.Charter;
using Engagement.Common;
using Engagement.InclusionStatements;
using Engagement.Tests.Specs;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Engagement.Tests.Specs.Outcome;

namespace Engagement.Tests.InclusionStatements;

public sealed class WhenStatementsAreEvidenced : Spec<StatementDocument>
{
    private static readonly Guid Claim = Guid.Parse("c0000000-0000-4000-8000-000000000001");
    private static readonly CommandContext Commissioner = new("commissioner", ActorId: Guid.Parse("c0000000-0000-4000-8000-000000000002"), Organisations: ["county-council"]);
    private static readonly CommandContext Parent = new("pact-representative", ActorId: Guid.Parse("c0000000-0000-4000-8000-000000000003"), Organisations: ["kent-pact"]);
    private static readonly EvidenceItem Topic = new(EvidenceKind.TopicClosed, Guid.Parse("c0000000-0000-4000-8000-000000000004"), "What would help?", Today.AddDays(-30));

    private static readonly InclusionStatement Forum = new(
        "forum", "Keep a forum", StatementAudience.ParentsAndCarers, StatementLevel.County, "We will, across the county, 3", [EvidenceKind.TopicClosed]);

    private static readonly InclusionStatement Belong = new("belong", "Every child belongs", StatementAudience.Children, StatementLevel.Everywhere, "Our commitment, to children, 1", []);

    private static readonly StatementsAdopted Adopted = new("Kent", Today.AddYears(-1), "Published", [Belong, Forum]);
    private static readonly StatementEvidenced Evidenced = new(Claim, "forum", Topic, "Parents wrote", "county-council", Topic.HappenedOn.AddYears(2), Commissioner.ActorId);
    private static readonly StatementEvidenceVerified Verified = new(Claim, "kent-pact", Parent.ActorId);
    private static readonly StatementEvidenceDisputed Disputed = new(Claim, "Nobody was told", "kent-pact", Parent.ActorId);

    [Fact]
    public void what_happened_is_given_as_evidence_for_those_it_reached()
    {
        Give().Then(Evidenced);
        Give("belong").ThenRefused("NOT_ITS_AUDIENCE", "Link it to something that reached those to whom the statement is made", "evidenceId");
        Give("nothing").ThenRefused("STATEMENT_UNKNOWN", "Choose one of the statements of this document", "statement");
        Give(happenedOn: Today.AddYears(-2)).ThenRefused("EVIDENCE_TOO_OLD");
        Give(explanation: " ").ThenRefused("EXPLANATION_MISSING", "Say how this shows that the statement is kept", "explanation");
        Given(Adopted, Evidenced).When(document => EvidenceStatement.Decide(Command(), Guid.NewGuid(), document, Happened(Topic), Today, Commissioner)).ThenRefused("ALREADY_CLAIMED");
    }

    [Fact]
    public void a_representative_of_families_and_of_another_organisation_accepts_it_or_says_why_not()
    {
        Verify("kent-pact", Parent).Then(Verified);
        Verify(null, Commissioner).ThenRefused("NOT_A_REPRESENTATIVE");
        Verify("youth-council", Parent).ThenRefused("NOT_YOUR_ORGANISATION");
        Verify(null, Parent with { Organisations = [] }).ThenRefused("NO_ORGANISATION");
        Verify("kent-pact", Parent with { Organisations = ["county-council", "kent-pact"] }).ThenRefused("SAME_ORGANISATION");
        Verify(null, Parent with { ActorId = Commissioner.ActorId }).ThenRefused("OWN_CLAIM", "You gave this evidence. Somebody else has to look at it", "claimId");
        Given(Adopted, Evidenced).When(document => DisputeStatementEvidence.Decide(new DisputeStatementEvidence(Id, Claim, "Nobody was told", "kent-pact"), document, Today, Parent)).Then(Disputed);
        Given(Adopted, Evidenced).When(document => DisputeStatementEvidence.Decide(new DisputeStatementEvidence(Id, Claim, "", "kent-pact"), document, Today, Parent)).ThenRefused("REASON_REQUIRED");
    }

    [Fact]
    public void evidence_that_was_taken_back_or_is_too_old_is_decided_on_no_more()
    {
        Given(Adopted, Evidenced, new StatementEvidenceWithdrawn(Claim, "Wrong one"))
            .When(document => VerifyStatementEvidence.Decide(new VerifyStatementEvidence(Id, Claim, "kent-pact"), document, Today, Parent))
            .ThenRefused("CLAIM_GONE", "This evidence was taken back or is too old. Give it anew if there is any", "claimId");
        Given(Adopted, Evidenced)
            .When(document => WithdrawStatementEvidence.Decide(new WithdrawStatementEvidence(Id, Claim, "Wrong"), document, Evidenced.ExpiresOn)).ThenRefused("CLAIM_GONE");
    }

    [Fact]
    public void a_statement_stands_by_its_evidence_and_a_dispute_outweighs()
    {
        StateOf(Today, Adopted).ShouldBe(StatementState.None);
        StateOf(Today, Adopted, Evidenced).ShouldBe(StatementState.Claimed);
        StateOf(Today, Adopted, Evidenced, Verified).ShouldBe(StatementState.Evidenced);
        StateOf(Today, Adopted, Evidenced, Verified, Evidenced with { ClaimId = Id }, Disputed).ShouldBe(StatementState.Disputed);
        StateOf(Evidenced.ExpiresOn, Adopted, Evidenced, Verified).ShouldBe(StatementState.None, "what shows it is too old");
    }

    [Fact]
    public void statements_are_found_by_audience_level_words_and_how_they_stand()
    {
        var document = After(Adopted, Evidenced);

        Found(new StatementFilter()).ShouldBe(["belong", "forum"]);
        Found(new StatementFilter(Audience: StatementAudience.Children)).ShouldBe(["belong"]);
        Found(new StatementFilter(Level: StatementLevel.County)).ShouldBe(["forum"]);
        Found(new StatementFilter(Words: "CHILD")).ShouldBe(["belong"]);
        Found(new StatementFilter(State: StatementState.None)).ShouldBe(["belong"]);

        IEnumerable<string> Found(StatementFilter filter) => document.StandingOn(Today, filter).Select(one => one.Statement.Key);
    }

    [Fact]
    public void what_was_decided_on_is_not_proposed_again_and_can_still_be_given()
    {
        var rejected = new StatementEvidenceRejected("forum", Topic, "About another thing");
        Given(Adopted).When(document => RejectStatementEvidence.Decide(Reject(), document, Happened(Topic))).Then(rejected);
        Given(Adopted, rejected).When(document => RejectStatementEvidence.Decide(Reject(), document, Happened(Topic))).ThenNothing();

        var asked = After(Adopted, rejected).EvidenceFor("forum", proposedOnly: true);
        (asked.Kinds!.Single(), asked.Without.Single()).ShouldBe((EvidenceKind.TopicClosed, Topic));
        After(Adopted, rejected).EvidenceFor("forum", proposedOnly: false).Without.ShouldBeEmpty();
        After(Adopted).EvidenceFor(null, proposedOnly: false).People.Audiences.ShouldBe([Audience.YoungPeople, Audience.ParentsAndCarers]);
        After(Adopted).EvidenceFor("nothing", proposedOnly: false).Kinds.ShouldBe([]);

        static RejectStatementEvidence Reject() => new(Id, "forum", EvidenceKind.TopicClosed, Topic.Id, "About another thing");
    }

    [Fact]
    public void a_document_has_statements_with_keys_of_their_own()
    {
        Adopt([Belong, Forum]).ShouldBeNull();
        Adopt([]).ShouldBe("STATEMENTS_MISSING");
        Adopt([Belong, Belong]).ShouldBe("STATEMENT_KEYS");
        Adopt([Belong with { Where = " " }]).ShouldBe("STATEMENT_KEYS");

        static string? Adopt(InclusionStatement[] statements) => AdoptStatements.Decide(new AdoptStatements("Kent", Today, "Published", statements)).Refusal?.Code;
    }

    [Fact]
    public void a_document_is_the_same_by_its_title_and_the_day_from_which_it_holds()
    {
        IdOf(" kent PLEDGE ", Today).ShouldBe(IdOf("Kent pledge", Today));
        IdOf("Kent pledge", Today.AddDays(1)).ShouldNotBe(IdOf("Kent pledge", Today), "later words are another document");
        IdOf("Medway pledge", Today).ShouldNotBe(IdOf("Kent pledge", Today));

        static Guid IdOf(string title, DateOnly from) => AdoptStatements.IdOf(new AdoptStatements(title, from, "Published", [Belong]));
    }

    /// <summary>Whatever was said of it before.</summary>
    [Fact]
    public void taking_everything_back_leaves_a_statement_without_evidence() => Prop.ForAll<NonEmptyArray<bool>>(said =>
    {
        object[] events =
        [
            Adopted, .. said.Get.SelectMany((accepted, i) => new object[]
            {
                Evidenced with { ClaimId = IdOf(i) }, accepted ? Verified with { ClaimId = IdOf(i) } : Disputed with { ClaimId = IdOf(i) },
            }),
        ];
        StateOf(Today, events).ShouldBe(said.Get.All(accepted => accepted) ? StatementState.Evidenced : StatementState.Disputed);
        StateOf(Today, [.. events, .. said.Get.Select((_, i) => new StatementEvidenceWithdrawn(IdOf(i), "Wrong"))]).ShouldBe(StatementState.None);

        static Guid IdOf(int i) => DeterministicId.From("claim", $"{i}");
    }).QuickCheckThrowOnFailure();

    private static Evidence Happened(EvidenceItem item) => new(item, false, [Audience.ParentsAndCarers], [], [], [], null);

    private static EvidenceStatement Command(string statement = "forum", string explanation = "Parents wrote") =>
        new(Id, statement, EvidenceKind.TopicClosed, Topic.Id, explanation, null);

    private static Outcome Give(string statement = "forum", DateOnly? happenedOn = null, string explanation = "Parents wrote") => Given(Adopted).When(document =>
        EvidenceStatement.Decide(Command(statement, explanation), Claim, document, Happened(Topic with { HappenedOn = happenedOn ?? Topic.HappenedOn }), Today, Commissioner));

    private static Outcome Verify(string? organisation, CommandContext by) =>
        Given(Adopted, Evidenced).When(document => VerifyStatementEvidence.Decide(new VerifyStatementEvidence(Id, Claim, organisation), document, Today, by));

    private static StatementState StateOf(DateOnly day, params object[] events) =>
        After(events).StandingOn(day, new StatementFilter()).Single(one => one.Statement.Key == "forum").State;

    private static StatementDocument After(params object[] events)
    {
        StatementDocument? document = null;
        for (var i = 0; i < events.Length; i++)
            document = StatementDocument.Evolve(document, EventStore.Event.For(events[i], Id, i + 1));
        return document!;
    }
}
