using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenALoopIsOverdue : Spec<Loop>
{
    // Events of specs happened on 1 January 1970, so a loop without a promise was due twelve weeks later.
    private static readonly DateOnly Due = new DateOnly(1970, 1, 1).AddDays(84);

    [Fact]
    public void on_its_day_it_is_not_overdue() => Given(Opened).When(l => EscalateOverdueLoop.Decide(l, Due)).ThenNothing();

    [Fact]
    public void the_day_after_it_goes_to_the_first_group() =>
        Given(Opened).When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(1))).Then(new LoopEscalated("Workstream", 1, Due));

    [Fact]
    public void the_same_message_again_does_not_take_it_further() =>
        Given(Opened, new LoopEscalated("Workstream", 1, Due)).When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(1))).ThenNothing();

    [Theory]
    [InlineData(1, 28, null)]
    [InlineData(1, 29, "SEND Improvement Board")]
    [InlineData(2, 57, "0-25 Health and Wellbeing Board")]
    [InlineData(3, 85, "Kent County Council and Joint CCG Committee")]
    [InlineData(4, 1000, null)]
    public void every_four_weeks_it_goes_one_higher_up_to_the_top(int reached, int daysOverdue, string? to)
    {
        var outcome = Given(Opened, new LoopEscalated("The group before", reached, Due)).When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(daysOverdue)));

        if (to is null)
            outcome.ThenNothing();
        else
            outcome.Then(new LoopEscalated(to, reached + 1, Due));
    }

    [Fact]
    public void a_promise_is_due_on_its_own_day() =>
        Given(Opened, WeWill, Promise).When(l => EscalateOverdueLoop.Decide(l, Promise.DueOn.AddDays(1))).Then(new LoopEscalated("Workstream", 1, Promise.DueOn));

    [Fact]
    public void of_several_promises_the_next_open_one_counts() =>
        Given(Opened, WeWill, Promise, Promise with { Number = 2, DueOn = Promise.DueOn.AddDays(30) }, Deed)
            .When(l => EscalateOverdueLoop.Decide(l, Promise.DueOn.AddDays(1)))
            .ThenNothing();

    [Fact]
    public void a_moved_promise_is_due_on_its_new_day() =>
        Given(Opened, WeWill, Promise, new CommitmentRescheduled(1, Promise.DueOn.AddDays(30), "Empty posts"))
            .When(l => EscalateOverdueLoop.Decide(l, Promise.DueOn.AddDays(1)))
            .ThenNothing();

    [Fact]
    public void a_promise_that_was_moved_after_it_was_overdue_goes_up_again_from_the_bottom() =>
        Given(
            Opened,
            WeWill,
            Promise,
            new LoopEscalated("Workstream", 1, Promise.DueOn),
            new CommitmentRescheduled(1, Promise.DueOn.AddDays(30), "Empty posts"))
            .When(l => EscalateOverdueLoop.Decide(l, Promise.DueOn.AddDays(31)))
            .Then(new LoopEscalated("Workstream", 1, Promise.DueOn.AddDays(30)));

    [Fact]
    public void a_promise_for_the_end_of_time_stops_nothing()
    {
        var never = Promise with { DueOn = DateOnly.MaxValue };

        EscalationChain.DayOf(4, never.DueOn).ShouldBe(DateOnly.MaxValue);
        Given(Opened, WeWill, never).When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(100))).ThenNothing();
    }

    [Fact]
    public void a_closed_loop_is_not_overdue() =>
        Given(Opened, WeCannot, Published(EntryState.WeCannot), Told, new LoopClosed(EntryState.WeCannot))
            .When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(100)))
            .ThenNothing();

    [Fact]
    public void a_reopened_loop_has_its_time_again_and_starts_at_the_bottom() =>
        Given(Opened, WeCannot, new LoopEscalated("Workstream", 1, Due), new DecisionReopened("New money"))
            .When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(1)))
            .Then(new LoopEscalated("Workstream", 1, Due));
}
