using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenDecidingAndDelivering : Spec<Loop>
{
    private static readonly RecordDecision Decide = new(
        Id, WeWill.Outcome, WeWill.DecidedOn, WeWill.Maker, WeWill.Reasons, WeWill.Alternatives, null);

    [Fact]
    public void a_decision_has_reasons_and_what_else_was_considered() =>
        Given(Opened).When(l => RecordDecision.Decide(Decide, l, Today)).Then(WeWill);

    [Fact]
    public void without_alternatives_it_is_not_a_decision() =>
        Given(Opened)
            .When(l => RecordDecision.Decide(Decide with { Alternatives = " " }, l, Today))
            .ThenRefused("ALTERNATIVES_MISSING", "Enter the other options you considered, or say there were none and why", "alternatives");

    [Fact]
    public void without_reasons_it_is_not_a_decision() =>
        Given(Opened)
            .When(l => RecordDecision.Decide(Decide with { Reasons = "" }, l, Today))
            .ThenRefused("REASON_REQUIRED", "Enter the reasons for the decision", "reasons");

    [Fact]
    public void somebody_made_it() =>
        Given(Opened).When(l => RecordDecision.Decide(Decide with { Maker = "" }, l, Today)).ThenRefused("DECISION_MAKER_MISSING");

    [Fact]
    public void it_has_been_made() =>
        Given(Opened).When(l => RecordDecision.Decide(Decide, l, Today.AddDays(-1))).ThenRefused("DECISION_IN_THE_FUTURE");

    [Fact]
    public void it_is_made_once() =>
        Given(Opened, WeWill).When(l => RecordDecision.Decide(Decide, l, Today)).ThenRefused("DECISION_ALREADY_RECORDED");

    [Fact]
    public void a_promise_follows_a_decision() =>
        Given(Opened).When(Commit()).ThenRefused("DECISION_MISSING", "Record the decision first");

    [Fact]
    public void a_promise_has_an_owner_and_a_date() => Given(Opened, WeWill).When(Commit()).Then(Promise);

    [Fact]
    public void a_promise_without_an_owner_is_nobodys() =>
        Given(Opened, WeWill)
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, "", Promise.DueOn), l, Today))
            .ThenRefused("OWNER_MISSING");

    [Fact]
    public void a_promise_says_what() =>
        Given(Opened, WeWill)
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, "", Promise.OwnerRole, Promise.DueOn), l, Today))
            .ThenRefused("COMMITMENT_TEXT_MISSING");

    [Fact]
    public void a_promise_is_not_due_yesterday() =>
        Given(Opened, WeWill)
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, Promise.OwnerRole, Today.AddDays(-1)), l, Today))
            .ThenRefused("DUE_IN_THE_PAST");

    [Fact]
    public void nobody_waits_for_a_promise_for_ever() =>
        Given(Opened, WeWill)
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, Promise.OwnerRole, DateOnly.MaxValue), l, Today))
            .ThenRefused("DATE_TOO_FAR", "Enter a date within the next 20 years", "dueOn");

    [Fact]
    public void we_cannot_promises_nothing() => Given(Opened, WeCannot).When(Commit()).ThenRefused("DECISION_IS_WE_CANNOT");

    [Fact]
    public void we_did_needs_proof() =>
        Given(Opened, WeWill, Promise)
            .When(l => TakeAction.Decide(new TakeAction(Id, "", Deed.ProofUrl, Today), l, Today))
            .ThenRefused("PROOF_MISSING", "Add what changed. Use 'We will' if it has not happened yet", "whatChanged");

    [Fact]
    public void we_did_is_not_tomorrow() =>
        Given(Opened, WeWill, Promise)
            .When(l => TakeAction.Decide(new TakeAction(Id, "It will change", Deed.ProofUrl, Today.AddDays(1)), l, Today))
            .ThenRefused("PROOF_MISSING", "Add what changed. Use 'We will' if it has not happened yet", "takenOn");

    [Fact]
    public void we_did_needs_a_proof_that_people_can_see() =>
        Given(Opened, WeWill, Promise)
            .When(l => TakeAction.Decide(new TakeAction(Id, "It changed", " ", Today), l, Today))
            .ThenRefused("PROOF_MISSING", "Add a link where people can see that it changed", "proofUrl");

    [Fact]
    public void a_proof_can_be_followed() =>
        Given(Opened, WeWill)
            .When(l => TakeAction.Decide(new TakeAction(Id, "It changed", "ask me", Today), l, Today))
            .ThenRefused("URL_INVALID");

    [Fact]
    public void we_did_is_recorded() =>
        Given(Opened, WeWill, Promise)
            .When(l => TakeAction.Decide(new TakeAction(Id, Deed.WhatChanged, Deed.ProofUrl, Today), l, Today))
            .Then(Deed);

    [Fact]
    public void a_deed_follows_a_decision() =>
        Given(Opened).When(l => TakeAction.Decide(new TakeAction(Id, "It changed", Deed.ProofUrl, Today), l, Today)).ThenRefused("DECISION_MISSING");

    [Fact]
    public void several_promises_are_numbered() =>
        Given(Opened, WeWill, Promise).When(Commit()).Then(Promise with { Number = 2 });

    [Fact]
    public void a_deed_says_which_promise_it_delivers() =>
        Given(Opened, WeWill, Promise, Promise with { Number = 2 })
            .When(l => TakeAction.Decide(new TakeAction(Id, Deed.WhatChanged, Deed.ProofUrl, Today, [2]), l, Today))
            .Then(Deed with { Delivers = [2] });

    [Fact]
    public void with_several_open_it_must_say_so() =>
        Given(Opened, WeWill, Promise, Promise with { Number = 2 })
            .When(l => TakeAction.Decide(new TakeAction(Id, Deed.WhatChanged, Deed.ProofUrl, Today), l, Today))
            .ThenRefused("COMMITMENT_UNKNOWN", "Choose the commitments that this delivers", "delivers");

    [Fact]
    public void a_promise_is_delivered_once() =>
        Given(Opened, WeWill, Promise, Deed)
            .When(l => TakeAction.Decide(new TakeAction(Id, Deed.WhatChanged, Deed.ProofUrl, Today, [1]), l, Today))
            .ThenRefused("COMMITMENT_DELIVERED", "Commitment 1 has already been delivered", "delivers");

    [Fact]
    public void what_was_never_promised_can_be_done() =>
        Given(Opened, WeWill)
            .When(l => TakeAction.Decide(new TakeAction(Id, Deed.WhatChanged, Deed.ProofUrl, Today), l, Today))
            .Then(Deed with { Delivers = [] });

    [Fact]
    public void a_promise_moves_with_a_reason() =>
        Given(Opened, WeWill, Promise)
            .When(Move(Promise.DueOn.AddDays(30), "Two posts are still empty"))
            .Then(new CommitmentRescheduled(1, Promise.DueOn.AddDays(30), "Two posts are still empty"));

    [Fact]
    public void without_a_reason_it_does_not() =>
        Given(Opened, WeWill, Promise)
            .When(Move(Promise.DueOn.AddDays(30), " "))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for changing the date of this commitment", "reason");

    [Fact]
    public void it_does_not_move_into_the_past() =>
        Given(Opened, WeWill, Promise).When(Move(Today.AddDays(-1), "Late")).ThenRefused("DUE_IN_THE_PAST");

    [Fact]
    public void it_does_not_move_to_the_end_of_time() =>
        Given(Opened, WeWill, Promise).When(Move(DateOnly.MaxValue, "Late")).ThenRefused("DATE_TOO_FAR");

    [Fact]
    public void moved_to_where_it_is_it_has_not_moved() => Given(Opened, WeWill, Promise).When(Move(Promise.DueOn, "")).ThenNothing();

    [Fact]
    public void a_kept_promise_does_not_move() =>
        Given(Opened, WeWill, Promise, Deed).When(Move(Promise.DueOn.AddDays(30), "Late")).ThenRefused("COMMITMENT_DELIVERED");

    [Fact]
    public void a_promise_nobody_made_does_not_move() =>
        Given(Opened, WeWill).When(Move(Promise.DueOn, "Late")).ThenRefused("COMMITMENT_UNKNOWN", "This loop has no commitment 1. Choose one of its commitments", "number");

    [Theory]
    [InlineData(2, null, "REPORT_NOT_READ", "Enter the version of the report that the decision-maker read")]
    [InlineData(2, 3, "REPORT_UNKNOWN", "There is no version 3 of the report")]
    [InlineData(2, 0, "REPORT_UNKNOWN", "There is no version 0 of the report")]
    [InlineData(null, 1, "REPORT_UNKNOWN", "There is no version 1 of the report")]
    public void where_there_is_a_report_the_decision_maker_has_read_it(int? newest, int? read, string code, string message) =>
        Given(Opened).When(l => RecordDecision.Decide(Decide with { ReportVersionRead = read }, l, Today, newest)).ThenRefused(code, message, "reportVersionRead");

    [Fact]
    public void an_older_version_of_the_report_may_be_the_one_that_was_read() =>
        Given(Opened).When(l => RecordDecision.Decide(Decide with { ReportVersionRead = 1 }, l, Today, 2)).Then(WeWill with { ReportVersionRead = 1 });

    private static Func<Loop, Decision> Move(DateOnly dueOn, string reason) =>
        loop => RescheduleCommitment.Decide(new RescheduleCommitment(Id, 1, dueOn, reason), loop, Today);

    private static Func<Loop, Decision> Commit() =>
        loop => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, Promise.OwnerRole, Promise.DueOn), loop, Today);
}
