using Engagement.Feedback;
using Engagement.Tests.Specs;
using static Engagement.Tests.Feedback.LoopStory;

namespace Engagement.Tests.Feedback;

public sealed class WhenALoopIsOverdue : Spec<Loop>
{
    // Events of specs happened on 1 January 1970, so a loop without a promise was due twelve weeks later.
    private static readonly DateOnly Due = new DateOnly(1970, 1, 1).AddDays(84);

    private static readonly DecisionReplaced Replaced = new(DecisionOutcome.WeCannot, Day, "Director of SEND", "There is no money", "A smaller one", null, null);

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

    /// <summary>Without its promises the loop was due before the first step: that is no time lost for those who heard of it, and no reason to tell them again.</summary>
    [Theory]
    [InlineData(150, null)]
    [InlineData(156, null)]
    [InlineData(157, 3)]
    public void a_promise_that_is_taken_back_leaves_each_group_its_time(int day, int? step)
    {
        var due = new DateOnly(1970, 1, 1).AddDays(100);
        var outcome = Given(
            Opened,
            WeWill,
            Promise with { DueOn = due },
            new LoopEscalated("Workstream", 1, due),
            new LoopEscalated("SEND Improvement Board", 2, due),
            Replaced)
            .When(l => EscalateOverdueLoop.Decide(l, new DateOnly(1970, 1, 1).AddDays(day)));

        if (step is { } next)
            outcome.Then(new LoopEscalated("0-25 Health and Wellbeing Board", next, due));
        else
            outcome.ThenNothing();
    }

    [Fact]
    public void a_promise_that_is_taken_back_before_its_day_leaves_twelve_weeks() =>
        Given(Opened, WeWill, Promise, Replaced).When(l => EscalateOverdueLoop.Decide(l, Due.AddDays(1))).Then(new LoopEscalated("Workstream", 1, Due));

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
