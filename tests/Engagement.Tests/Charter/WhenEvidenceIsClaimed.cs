using Engagement.Activities;
using Engagement.Charter;
using Engagement.Common;
using Engagement.Tests.Specs;
using static Engagement.Tests.Charter.CharterStory;

namespace Engagement.Tests.Charter;

public sealed class WhenEvidenceIsClaimed : Spec<CommissioningActivity>
{
    private static readonly Guid New = Guid.Parse("99999999-9999-4999-8999-999999999999");

    // For the organisation of the account.
    private static readonly MakeClaim Command = new(
        Id, "listen", CycleStage.Analyse, EvidenceKind.ActivityHeld, Workshop.Item.Id, "Parents said what waiting does", null, null, null);

    [Fact]
    public void it_is_a_claim_for_a_principle_at_a_stage() => Make(Command).Then(CharterStory.Claim(New));

    [Fact]
    public void it_reached_people_who_would_be_affected()
    {
        const string words = "Link the claim to people who would be affected";
        Make(Command, Workshop with { Audiences = [Audience.Staff] }).ThenRefused("NOT_AFFECTED_PEOPLE", words, "evidenceId");
        Make(Command, Workshop with { Districts = ["E07000105"] }).ThenRefused("NOT_AFFECTED_PEOPLE", words, "evidenceId");
        Make(Command, Workshop with { Phases = ["post-16"] }).ThenRefused("NOT_AFFECTED_PEOPLE", words, "evidenceId");
        Make(Command, Workshop with { Audiences = [], ReachesAll = true, Districts = [] }).Then(CharterStory.Claim(New));
    }

    [Fact]
    public void a_plan_names_an_outcome_of_the_framework()
    {
        var plan = Command with { Stage = CycleStage.Plan };
        object[] given = [Started, Analyse, Analysed, Plan];
        Make(plan, Workshop, given).ThenRefused("OUTCOME_MISSING", "Choose the outcome of the outcomes framework that the plan is for", "outcome");
        Make(plan with { Outcome = "wealthy" }, Workshop, given).ThenRefused("OUTCOME_UNKNOWN", "Choose one of the outcomes of the framework", "outcome");
        Make(plan with { Outcome = "heard" }, Workshop, given).Then(CharterStory.Claim(New, stage: CycleStage.Plan) with { Outcome = "heard" });
    }

    [Fact]
    public void what_is_wrong_is_said_beside_its_field()
    {
        Make(Command with { Principle = "dance" }).ThenRefused("PRINCIPLE_UNKNOWN", "Choose one of the principles of this edition", "principle");
        Make(Command with { Stage = CycleStage.Do }).ThenRefused("STAGE_NOT_ENTERED", "This service has not been in Do yet", "stage");
        Make(Command with { Explanation = " " }).ThenRefused("EXPLANATION_MISSING", "Say how this shows that the principle was kept", "explanation");
        Make(Command, null).ThenRefused(
            "EVIDENCE_UNKNOWN", "Choose what happened: an activity or a meeting that was held, a survey or a topic that closed, or an answer", "evidenceId");
        Make(Command, Workshop with { Item = Workshop.Item with { HappenedOn = Today.AddYears(-2) } })
            .ThenRefused("EVIDENCE_TOO_OLD", "This happened more than two years ago. Choose something newer", "evidenceId");
        Make(Command, Workshop, Started, Analyse, CharterStory.Claim(First)).ThenRefused(
            "ALREADY_CLAIMED", "This has been claimed for this principle at this stage", "evidenceId");
        Make(Command, Workshop, Started, Analyse, new CellMarkedNotApplicable("listen", CycleStage.Analyse, "No", "county-council")).ThenRefused(
            "CELL_NOT_APPLICABLE", "It was said that this principle does not apply at this stage. Say that it does before you claim anything for it", "principle");
    }

    [Fact]
    public void what_was_taken_back_can_be_claimed_again() =>
        Make(Command, Workshop, Started, Analyse, CharterStory.Claim(First), new ClaimWithdrawn(First, "Too soon")).Then(CharterStory.Claim(New));

    [Fact]
    public void a_representative_of_another_organisation_looks_at_it()
    {
        Verify("kent-pact", Parent).Then(new ClaimVerified(First, "kent-pact", Parent.ActorId));
        Verify(null, Parent).Then(new ClaimVerified(First, "kent-pact", Parent.ActorId));
        Verify(null, Commissioner with { ActorId = New }).ThenRefused(
            "NOT_A_REPRESENTATIVE", "Only a representative of families or young people can say this", "organisation");
        Verify("kent-pact", Parent with { ActorId = Claimant }).ThenRefused("OWN_CLAIM", "You gave this evidence. Somebody else has to look at it", "claimId");
        Given(Started, Analyse, CharterStory.Claim(First) with { Organisation = "kent-pact" })
            .When(activity => VerifyClaim.Decide(new VerifyClaim(Id, First, "kent-pact"), activity, Parent))
            .ThenRefused("SAME_ORGANISATION", "Somebody of another organisation has to look at this", "organisation");
    }

    [Fact]
    public void whoever_claims_speaks_for_an_organisation_of_their_account()
    {
        Make(Command with { Organisation = "county-council" }).Then(CharterStory.Claim(New));
        Make(Command with { Organisation = "kent-pact" }).ThenRefused("NOT_YOUR_ORGANISATION", "Your account does not let you speak for Kent PACT", "organisation");
        Make(Command with { Organisation = "me" }).ThenRefused("ORGANISATION_UNKNOWN", "Say for which organisation you speak", "organisation");
        MakeAs(Commissioner with { Organisations = [] }, Command).ThenRefused(
            "NO_ORGANISATION", "Your account does not say for which organisation you speak. Ask an administrator to add it, and sign in again", "organisation");

        var ofTwo = Commissioner with { Organisations = ["county-council", "health"] };
        MakeAs(ofTwo, Command).ThenRefused("ORGANISATION_UNKNOWN", "Say for which organisation you speak", "organisation");
        MakeAs(ofTwo, Command with { Organisation = "health" }).Then(CharterStory.Claim(New) with { Organisation = "health" });
    }

    [Fact]
    public void nobody_looks_at_what_an_organisation_claims_for_which_they_speak_too()
    {
        var both = Parent with { Organisations = ["kent-pact", "county-council"] };
        Verify("kent-pact", both).ThenRefused("SAME_ORGANISATION", "Somebody of another organisation has to look at this", "organisation");
        Dispute("Nobody was told", both).ThenRefused("SAME_ORGANISATION");
        AnswerAs(both, true, null, new CellMarkedNotApplicable("lead", CycleStage.Analyse, "Decided by law", "county-council")).ThenRefused("SAME_ORGANISATION");
    }

    [Fact]
    public void whoever_does_not_accept_it_says_why()
    {
        Dispute(" ").ThenRefused("REASON_REQUIRED", "Say why you do not accept this, so that others can act on it", "reason");
        Dispute("Nobody was told").Then(new ClaimDisputed(First, "Nobody was told", "youth-council", Verifier.ActorId));
    }

    [Fact]
    public void a_dispute_is_settled_by_accepting_it_or_by_taking_the_claim_back()
    {
        var disputed = new ClaimDisputed(First, "Nobody was told", "youth-council", Verifier.ActorId);
        Verify("kent-pact", Parent, disputed).Then(new ClaimVerified(First, "kent-pact", Parent.ActorId));
        Withdraw("They were not told", disputed).Then(new ClaimWithdrawn(First, "They were not told"));
        Withdraw("", disputed).ThenRefused("REASON_REQUIRED", "Say why this claim is taken back", "reason");
    }

    [Fact]
    public void what_is_gone_is_neither_accepted_nor_taken_back_again()
    {
        const string words = "This claim was taken back or has expired. Make a new one if there is evidence";
        Verify("kent-pact", Parent, new ClaimWithdrawn(First, "Wrong")).ThenRefused("CLAIM_GONE", words, "claimId");
        Withdraw("Again", new ClaimExpired(First, Today)).ThenRefused("CLAIM_GONE", words, "claimId");
        Given(Started, Analyse).When(activity => VerifyClaim.Decide(new VerifyClaim(Id, First, "kent-pact"), activity, Parent))
            .ThenRefused("CLAIM_UNKNOWN", "There is no such claim here", "claimId");
    }

    [Fact]
    public void it_expires_two_years_after_what_it_rests_on()
    {
        var day = Workshop.Item.HappenedOn.AddYears(2);
        Expire(day.AddDays(-1)).ThenNothing();
        Expire(day).Then(new ClaimExpired(First, day));
        Expire(day, new ClaimWithdrawn(First, "Wrong")).ThenNothing();
        Expire(day, new ClaimExpired(First, day)).ThenNothing();
    }

    [Fact]
    public void a_cell_does_not_apply_once_a_representative_agrees()
    {
        var asked = new CellMarkedNotApplicable("lead", CycleStage.Analyse, "Decided by law", "county-council");
        Given(Started, Analyse).When(activity => MarkNotApplicable.Decide(new MarkNotApplicable(Id, "lead", CycleStage.Analyse, "Decided by law", null), activity, Small, Commissioner))
            .Then(asked);
        Answer(true, null, asked).Then(new NotApplicableAgreed("lead", CycleStage.Analyse, "youth-council", Verifier.ActorId));
        Answer(false, "We could ask", asked).Then(new NotApplicableRefused("lead", CycleStage.Analyse, "We could ask", "youth-council", Verifier.ActorId));
        Answer(false, " ", asked).ThenRefused("REASON_REQUIRED", "Say why it does apply, so that others can act on it", "reason");
        Answer(true, null).ThenRefused("NOTHING_TO_AGREE", "Nobody asks whether this applies, or it has been answered", "principle");
        Given(Started, Analyse, asked).When(activity => MarkApplicable.Decide(new MarkApplicable(Id, "lead", CycleStage.Analyse), activity))
            .Then(new CellMarkedApplicable("lead", CycleStage.Analyse));
    }

    [Fact]
    public void a_cell_with_claims_applies() => Given(Started, Analyse, CharterStory.Claim(First))
        .When(activity => MarkNotApplicable.Decide(new MarkNotApplicable(Id, "listen", CycleStage.Analyse, "Never mind", null), activity, Small, Commissioner))
        .ThenRefused("CELL_HAS_CLAIMS", "There are claims for this principle at this stage, so it does apply. Withdraw them first", "principle");

    [Fact]
    public void evidence_that_is_not_taken_is_kept_with_the_reason()
    {
        var command = new RejectEvidence(
            Id, "listen", CycleStage.Analyse, EvidenceKind.ActivityHeld, Workshop.Item.Id, "1/youth-listen-analyse-topic", "About another service");
        var rejected = new EvidenceRejected("listen", CycleStage.Analyse, Workshop.Item, "1/youth-listen-analyse-topic", "About another service");
        Given(Started, Analyse).When(activity => RejectEvidence.Decide(command, activity, Small, Workshop)).Then(rejected);
        Given(Started, Analyse, rejected).When(activity => RejectEvidence.Decide(command, activity, Small, Workshop)).ThenNothing();
        Given(Started, Analyse).When(activity => RejectEvidence.Decide(command with { Reason = "" }, activity, Small, Workshop))
            .ThenRefused("REASON_REQUIRED", "Say why this is no evidence here", "reason");
        Given(Started, Analyse).When(activity => RejectEvidence.Decide(command with { Rule = "mine" }, activity, Small, Workshop))
            .ThenRefused("RULE_UNKNOWN", "Name the rule that proposed it", "rule");
    }

    private static Specs.Outcome Make(MakeClaim command) => Make(command, Workshop);

    private static Specs.Outcome MakeAs(CommandContext by, MakeClaim command) =>
        Given(Started, Analyse).When(activity => MakeClaim.Decide(command, New, activity, Small, Workshop, Today, by));

    private static Specs.Outcome Make(MakeClaim command, Evidence? evidence, params object[] given) =>
        Given(given.Length == 0 ? [Started, Analyse] : given).When(activity => MakeClaim.Decide(command, New, activity, Small, evidence, Today, Commissioner));

    private static Specs.Outcome Verify(string? organisation, CommandContext by, params object[] later) =>
        Given([Started, Analyse, CharterStory.Claim(First), .. later]).When(activity => VerifyClaim.Decide(new VerifyClaim(Id, First, organisation), activity, by));

    private static Specs.Outcome Dispute(string reason, CommandContext? by = null) => Given(Started, Analyse, CharterStory.Claim(First))
        .When(activity => DisputeClaim.Decide(new DisputeClaim(Id, First, reason, (by ?? Verifier).Organisations![0]), activity, by ?? Verifier));

    private static Specs.Outcome Withdraw(string reason, params object[] later) =>
        Given([Started, Analyse, CharterStory.Claim(First), .. later]).When(activity => WithdrawClaim.Decide(new WithdrawClaim(Id, First, reason), activity));

    private static Specs.Outcome Expire(DateOnly today, params object[] later) =>
        Given([Started, Analyse, CharterStory.Claim(First), .. later]).When(activity => ExpireClaim.Decide(new ExpireClaim(Id, First), activity, today));

    private static Specs.Outcome Answer(bool agrees, string? reason, params object[] later) => AnswerAs(Verifier, agrees, reason, later);

    private static Specs.Outcome AnswerAs(CommandContext by, bool agrees, string? reason, params object[] later) => Given([Started, Analyse, .. later]).When(activity =>
        AnswerNotApplicable.Decide(new AnswerNotApplicable(Id, "lead", CycleStage.Analyse, agrees, reason, by.Organisations![0]), activity, by));
}
