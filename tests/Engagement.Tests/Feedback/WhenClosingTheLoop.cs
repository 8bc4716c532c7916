using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;

namespace Engagement.Tests.Feedback;

public sealed class WhenClosingTheLoop : Spec<Loop>
{
    private static readonly ThemeCard Theme = new()
    {
        Id = Guid.Parse("88888888-8888-4888-8888-888888888888"),
        ConsultationId = Guid.Parse("44444444-4444-4444-8444-444444444444"),
        Title = "Inconsistent messages",
        Summary = "s",
        OpenedAt = DateTimeOffset.UnixEpoch,
    };

    private static readonly LoopOpened Opened = new(Theme.Id, Theme.ConsultationId);

    private static readonly DecisionRecorded WeWill = new(
        DecisionOutcome.WeWill, Today, "Director of SEND", "Families asked for it", "A helpline, which would cost more", null);

    private static readonly DecisionRecorded WeCannot = WeWill with { Outcome = DecisionOutcome.WeCannot };

    private static readonly CommitmentMade Promise = new("A named contact for each family", "Assistant director", Today.AddDays(90));

    private static readonly ActionTaken Deed = new("Each family has a named contact", "https://council.example.test/contacts", Today);

    private static readonly string Address = Slug.For(Theme.Title, Id);

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
    public void a_promise_is_made_once() => Given(Opened, WeWill, Promise).When(Commit()).ThenRefused("COMMITMENT_ALREADY_MADE");

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
    public void a_promise_is_published_as_we_will() =>
        Given(Opened, WeWill, Promise).When(Publish()).Then(new EntryPublished(Address, EntryState.WeWill, "You said", "We answer"));

    [Fact]
    public void a_deed_is_published_as_we_did() =>
        Given(Opened, WeWill, Deed).When(Publish()).Then(new EntryPublished(Address, EntryState.WeDid, "You said", "We answer"));

    [Fact]
    public void a_no_is_published_as_we_cannot() =>
        Given(Opened, WeCannot).When(Publish()).Then(new EntryPublished(Address, EntryState.WeCannot, "You said", "We answer"));

    [Fact]
    public void nothing_is_published_before_the_decision() => Given(Opened).When(Publish()).ThenRefused("DECISION_MISSING", "Record the decision first");

    [Fact]
    public void we_will_is_published_with_a_promise() =>
        Given(Opened, WeWill).When(Publish()).ThenRefused("COMMITMENT_MISSING", "Add what you will do, who will do it and by when");

    [Theory]
    [InlineData("", "We answer", "youSaid")]
    [InlineData("You said", "", "weDid")]
    public void both_sides_are_told(string youSaid, string weDid, string field)
    {
        var refusal = PublishEntry.Decide(new PublishEntry(Id, youSaid, weDid), new Loop { ThemeId = Theme.Id, Outcome = DecisionOutcome.WeCannot }, Theme)
            .Refusal.ShouldNotBeNull();

        refusal.Code.ShouldBe("ENTRY_TEXT_MISSING");
        refusal.Field.ShouldBe(field);
    }

    [Fact]
    public void a_kept_promise_is_published_again_at_the_same_address() =>
        Given(Opened, WeWill, Promise, new EntryPublished("kept-address", EntryState.WeWill, "You said", "We will"), Deed)
            .When(Publish())
            .Then(new EntryPublished("kept-address", EntryState.WeDid, "You said", "We answer"));

    [Fact]
    public void nothing_new_is_not_published_again() =>
        Given(Opened, WeWill, Promise, new EntryPublished(Address, EntryState.WeWill, "You said", "We will"))
            .When(Publish())
            .ThenRefused("ENTRY_ALREADY_PUBLISHED");

    [Fact]
    public void after_publication_the_contributors_are_told() =>
        Given(Opened, WeCannot, new EntryPublished(Address, EntryState.WeCannot, "You said", "We cannot"))
            .When(l => TellContributors.Decide(l, 12))
            .Then(new ContributorsTold("tracking page", 12));

    [Fact]
    public void they_are_told_once_however_often_the_message_comes() =>
        Given(Opened, WeCannot, new EntryPublished(Address, EntryState.WeCannot, "You said", "We cannot"), new ContributorsTold("tracking page", 12))
            .When(l => TellContributors.Decide(l, 12))
            .ThenNothing();

    [Fact]
    public void they_are_told_again_when_it_is_published_again() =>
        Given(
            Opened,
            WeWill,
            Promise,
            new EntryPublished(Address, EntryState.WeWill, "You said", "We will"),
            new ContributorsTold("tracking page", 12),
            Deed,
            new EntryPublished(Address, EntryState.WeDid, "You said", "We did"))
            .When(l => TellContributors.Decide(l, 13))
            .Then(new ContributorsTold("tracking page", 13));

    private static Func<Loop, Decision> Commit() =>
        loop => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, Promise.OwnerRole, Promise.DueOn), loop, Today);

    private static Func<Loop, Decision> Publish() => loop => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer"), loop, Theme);
}
