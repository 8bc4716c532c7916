using Engagement.Common;
using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenClosingTheLoop : Spec<Loop>
{
    private static readonly EntryPublished WeDidIt = Published(EntryState.WeDid);

    [Fact]
    public void telling_families_what_was_done_closes_it_and_asks_them() =>
        Given(Opened, WeWill, Promise, Deed, WeDidIt).When(Tell(12)).Then(Told, new LoopClosed(EntryState.WeDid), new ConfirmationAsked(12));

    [Fact]
    public void so_does_telling_them_why_it_cannot_be() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot))
            .When(Tell(12))
            .Then(Told, new LoopClosed(EntryState.WeCannot), new ConfirmationAsked(12));

    [Fact]
    public void telling_them_of_a_promise_does_not() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill)).When(Tell(12)).Then(Told);

    [Fact]
    public void they_are_told_once_however_often_the_message_comes() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Told).When(Tell(12)).ThenNothing();

    [Fact]
    public void they_are_told_again_when_it_is_published_again() =>
        Given(Opened, WeWill, Promise, Published(EntryState.WeWill), Told, Deed, WeDidIt)
            .When(Tell(13))
            .Then(new ContributorsTold("tracking page", 13), new LoopClosed(EntryState.WeDid), new ConfirmationAsked(13));

    [Fact]
    public void a_tracking_page_that_nobody_has_tells_nobody() => Given(Opened, WeCannot, Published(EntryState.WeCannot)).When(Tell(0)).ThenNothing();

    [Fact]
    public void they_can_be_told_in_another_way() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot))
            .When(l => RecordTelling.Decide(new RecordTelling(Id, "Forum in Thanet", 31), l))
            .Then(new ContributorsTold("Forum in Thanet", 31), new LoopClosed(EntryState.WeCannot), new ConfirmationAsked(31));

    [Theory]
    [InlineData("", 31, "ROUTE_MISSING", "Enter how families were told", "route")]
    [InlineData("By letter", 0, "COUNT_INVALID", "Enter how many people were told, at least 1", "count")]
    public void telling_says_how_and_how_many(string route, int count, string code, string message, string field) =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot))
            .When(l => RecordTelling.Decide(new RecordTelling(Id, route, count), l))
            .ThenRefused(code, message, field);

    [Fact]
    public void nobody_is_told_of_what_is_not_published() =>
        Given(Opened, WeCannot).When(l => RecordTelling.Decide(new RecordTelling(Id, "By letter", 3), l)).ThenRefused("ENTRY_NOT_PUBLISHED");

    public static TheoryData<object[], string> Open { get; } = new()
    {
        { [Opened], "no decision has been recorded yet, and families have not been told yet" },
        { [Opened, WeWill], "nothing has been done yet, and nothing has been published yet, and families have not been told yet" },
        {
            [Opened, WeWill, Promise],
            "1 commitment has not been delivered yet, and nothing has been published yet, and families have not been told yet"
        },
        {
            [Opened, WeWill, Promise, Promise with { Number = 2 }, Published(EntryState.WeWill), Told],
            "2 commitments have not been delivered yet"
        },
        {
            [Opened, WeWill, Promise, Promise with { Number = 2 }, Deed, Published(EntryState.WeWill), Told],
            "1 commitment has not been delivered yet"
        },
        { [Opened, WeWill, Promise, Published(EntryState.WeWill), Told, Deed], "what was done has not been published yet" },
        { [Opened, WeWill, Promise, Deed], "nothing has been published yet, and families have not been told yet" },
        { [Opened, WeWill, Promise, Deed, WeDidIt], "families have not been told yet" },
        { [Opened, WeCannot], "nothing has been published yet, and families have not been told yet" },
        { [Opened, WeCannot, Published(EntryState.WeCannot)], "families have not been told yet" },
    };

    [Theory]
    [MemberData(nameof(Open))]
    public void what_is_missing_is_said_in_words(object[] events, string missing) =>
        Given(events).When(CloseLoop.Decide).ThenRefused("LOOP_NOT_CLOSABLE", $"You cannot close this loop: {missing}");

    [Fact]
    public void a_loop_from_before_closing_was_recorded_is_closed_by_asking() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Told).When(CloseLoop.Decide).Then(new LoopClosed(EntryState.WeCannot));

    [Fact]
    public void closed_is_closed() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Told, new LoopClosed(EntryState.WeCannot)).When(CloseLoop.Decide).ThenNothing();

    [Fact]
    public void a_closed_loop_takes_no_new_promise() =>
        Given(Opened, WeWill, Promise, Deed, WeDidIt, Told, new LoopClosed(EntryState.WeDid))
            .When(l => MakeCommitment.Decide(new MakeCommitment(Id, "More", "Director", Today), l, Today))
            .ThenRefused("LOOP_CLOSED", "This loop is closed. Reopen its decision first");

    [Fact]
    public void reopened_it_is_not_closed() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Told, new LoopClosed(EntryState.WeCannot), new DecisionReopened("New money"))
            .When(CloseLoop.Decide)
            .ThenRefused("LOOP_NOT_CLOSABLE", "You cannot close this loop: no decision has been recorded yet, and families have not been told yet");

    private static Func<Loop, Decision> Tell(int count) => loop => TellContributors.Decide(loop, count);
}
