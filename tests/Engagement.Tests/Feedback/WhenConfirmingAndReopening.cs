using Engagement.Common;
using Engagement.Feedback;
using Engagement.Participants;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenConfirmingAndReopening : Spec<Loop>
{
    private static readonly Guid Response = Guid.Parse("77777777-7777-4777-8777-777777777777");

    private static readonly object[] Asked =
    [
        Opened, WeCannot, Published(EntryState.WeCannot), Told, new LoopClosed(EntryState.WeCannot), new ConfirmationAsked(12),
    ];

    private static readonly ConfirmationGiven Yes = new(Response, ConfirmationAnswer.Yes, null, null);

    [Fact]
    public void who_raised_it_says_whether_it_answers_them() => Given(Asked).When(Confirm(ConfirmationAnswer.Yes)).Then(Yes);

    [Fact]
    public void they_can_say_why_and_only_their_key_opens_it() =>
        Given(Asked)
            .When(Confirm(ConfirmationAnswer.No, "Nothing has changed at our school"))
            .Then(new ConfirmationGiven(Response, ConfirmationAnswer.No, null, Seal("Nothing has changed at our school")));

    [Fact]
    public void they_can_change_their_mind() =>
        Given([.. Asked, Yes])
            .When(Confirm(ConfirmationAnswer.Partly))
            .Then(new ConfirmationGiven(Response, ConfirmationAnswer.Partly, ConfirmationAnswer.Yes, null));

    [Fact]
    public void the_same_again_is_the_same() => Given([.. Asked, Yes]).When(Confirm(ConfirmationAnswer.Yes)).ThenNothing();

    [Fact]
    public void the_same_words_again_are_the_same()
    {
        var no = new ConfirmationGiven(Response, ConfirmationAnswer.No, null, Seal("Nothing has changed"));

        Given([.. Asked, no]).When(Confirm(ConfirmationAnswer.No, " Nothing has changed")).ThenNothing();
        Given([.. Asked, no]).When(Confirm(ConfirmationAnswer.No)).ThenNothing();
        Given([.. Asked, no])
            .When(Confirm(ConfirmationAnswer.No, "Nobody rang"))
            .Then(new ConfirmationGiven(Response, ConfirmationAnswer.No, ConfirmationAnswer.No, Seal("Nobody rang")));
    }

    [Fact]
    public void who_did_not_raise_it_is_not_asked() =>
        Given(Asked)
            .When(l => GiveConfirmation.Decide(Command(ConfirmationAnswer.Yes, null), l, Response, isBehind: false, Seal, Open))
            .ThenRefused("NOT_BEHIND_THIS");

    [Fact]
    public void before_they_are_told_there_is_nothing_to_confirm() =>
        Given(Opened, WeCannot)
            .When(Confirm(ConfirmationAnswer.Yes))
            .ThenRefused("CONFIRMATION_NOT_ASKED", "You can say whether this answers you once we have told you what we did");

    [Fact]
    public void those_told_of_a_promise_can_be_asked_too() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill), Told).When(l => AskForConfirmation.Decide(l, 12)).Then(new ConfirmationAsked(12));

    [Fact]
    public void nobody_is_asked_before_they_are_told() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill)).When(l => AskForConfirmation.Decide(l, 12)).ThenRefused("CONTRIBUTORS_NOT_TOLD");

    [Fact]
    public void they_are_asked_once() => Given(Asked).When(l => AskForConfirmation.Decide(l, 12)).ThenNothing();

    [Fact]
    public void a_group_speaks_for_its_people() =>
        Given(Asked)
            .When(l => GiveGroupConfirmation.Decide(new GiveGroupConfirmation(Id, FamilyReader.YoungPeople, ConfirmationAnswer.Yes), l))
            .Then(new GroupConfirmationGiven(FamilyReader.YoungPeople, ConfirmationAnswer.Yes));

    [Fact]
    public void a_decision_is_reopened_with_a_reason_and_those_who_confirmed_it_are_told() =>
        Given([.. Asked, Yes])
            .When(l => ReopenDecision.Decide(new ReopenDecision(Id, "There is new money"), l))
            .Then(new DecisionReopened("There is new money"), new ConfirmersTold("tracking page", 1));

    [Fact]
    public void where_nobody_confirmed_it_nobody_is_told() =>
        Given(Asked).When(l => ReopenDecision.Decide(new ReopenDecision(Id, "There is new money"), l)).Then(new DecisionReopened("There is new money"));

    [Fact]
    public void without_a_reason_it_stays() =>
        Given(Asked)
            .When(l => ReopenDecision.Decide(new ReopenDecision(Id, ""), l))
            .ThenRefused("REASON_REQUIRED", "Enter the reason for looking at this decision again", "reason");

    [Fact]
    public void what_was_not_decided_is_not_reopened() =>
        Given(Opened).When(l => ReopenDecision.Decide(new ReopenDecision(Id, "New money"), l)).ThenRefused("DECISION_MISSING");

    [Fact]
    public void confirmations_of_the_reopened_decision_no_longer_count() =>
        Given([.. Asked, Yes, new DecisionReopened("New money")])
            .When(Confirm(ConfirmationAnswer.Yes))
            .ThenRefused("CONFIRMATION_NOT_ASKED");

    [Fact]
    public void while_it_is_looked_at_nothing_is_promised() =>
        Given([.. Asked, new DecisionReopened("New money")])
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, "More", "Director", Today), l, Today))
            .ThenRefused("DECISION_REOPENED", "The decision is being looked at again. Record the new decision first");

    [Fact]
    public void the_new_decision_takes_the_place_of_the_old_one() =>
        Given([.. Asked, new DecisionReopened("New money")])
            .When(l => RecordDecision.Decide(
                new RecordDecision(Id, WeWill.Outcome, WeWill.DecidedOn, WeWill.Maker, WeWill.Reasons, WeWill.Alternatives, null), l, Today))
            .Then(new DecisionReplaced(WeWill.Outcome, WeWill.DecidedOn, WeWill.Maker, WeWill.Reasons, WeWill.Alternatives, null, null));

    [Fact]
    public void and_is_published_although_its_answer_is_the_same() =>
        Given([.. Asked, new DecisionReopened("New money"), Replaced(DecisionOutcome.WeCannot), Drafted, Approved])
            .When(l => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer"), l, Point))
            .Then(Published(EntryState.WeCannot));

    [Fact]
    public void what_was_done_for_the_old_decision_does_not_deliver_the_new_one() =>
        Given(Opened, WeWill, Promise, Deed, Published(EntryState.WeDid), Told, new DecisionReopened("The contacts left"), Replaced(DecisionOutcome.WeWill))
            .When(CloseLoop.Decide)
            .ThenRefused(
                "LOOP_NOT_CLOSABLE",
                "You cannot close this loop: nothing has been done yet, and nothing has been published yet, and families have not been told yet");

    [Fact]
    public void nor_is_it_published_before_something_new_is_promised() =>
        Given(Opened, WeWill, Promise, Deed, Published(EntryState.WeDid), new DecisionReopened("The contacts left"), Replaced(DecisionOutcome.WeWill), Drafted, Approved)
            .When(l => PublishEntry.Decide(new PublishEntry(Id, "You said", "We answer"), l, Point))
            .ThenRefused("COMMITMENT_MISSING");

    [Fact]
    public void promises_that_are_still_open_stay_owed() =>
        Given(Opened, WeWill, Promise, new DecisionReopened("Too slow"), Replaced(DecisionOutcome.WeWill))
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, Promise.Text, Promise.OwnerRole, Promise.DueOn), l, Today))
            .Then(Promise with { Number = 2 });

    [Fact]
    public void what_a_new_no_takes_back_is_no_longer_owed() =>
        Given(Opened, WeWill, Promise, new DecisionReopened("No money"), Replaced(DecisionOutcome.WeCannot), Published(EntryState.WeCannot))
            .When(l => TellContributors.Decide(l, 12))
            .Then(Told, new LoopClosed(EntryState.WeCannot), new ConfirmationAsked(12));

    [Theory]
    // Ten answers decide at six in ten.
    [InlineData(6, 2, 2, null, null, true, false)]
    [InlineData(5, 5, 0, null, null, false, false)]
    [InlineData(5, 0, 5, null, null, false, true)]
    // Nine are too few to speak for the others; both groups can.
    [InlineData(9, 0, 0, null, null, false, false)]
    [InlineData(3, 0, 1, "Yes", "Yes", true, false)]
    [InlineData(3, 0, 1, "Yes", null, false, true)]
    [InlineData(0, 0, 0, "Yes", "Yes", true, false)]
    [InlineData(0, 0, 0, "Yes", "No", false, true)]
    // Groups do not overrule families who say no.
    [InlineData(2, 0, 8, "Yes", "Yes", false, true)]
    // Silence is not yes.
    [InlineData(0, 0, 0, null, null, false, false)]
    public void a_loop_is_confirmed_by_its_people_or_by_both_groups(
        int yes, int partly, int no, string? parents, string? young, bool confirmed, bool needsAttention)
    {
        var confirmation = new LoopConfirmation(yes, partly, no, Parse(parents), Parse(young));

        confirmation.IsConfirmed.ShouldBe(confirmed);
        confirmation.NeedsAttention.ShouldBe(needsAttention);
    }

    private static ConfirmationAnswer? Parse(string? answer) => answer is null ? null : Enum.Parse<ConfirmationAnswer>(answer);

    private static DecisionReplaced Replaced(DecisionOutcome outcome) => new(outcome, Today, "Director", "Reasons", "Alternatives", null, null);

    private static GiveConfirmation Command(ConfirmationAnswer answer, string? comment) => new(Id, "SEND-1234-5678", "secret", answer, comment);

    private static Func<Loop, Decision> Confirm(ConfirmationAnswer answer, string? comment = null) =>
        loop => GiveConfirmation.Decide(Command(answer, comment), loop, Response, isBehind: true, Seal, Open);

    // Sealing is not part of the decision: a stand-in that can be read in the expectation.
    private static PersonalText Seal(string words) => new(Response, $"sealed:{words}");

    private static string Open(PersonalText text) => text.Cipher["sealed:".Length..];
}
