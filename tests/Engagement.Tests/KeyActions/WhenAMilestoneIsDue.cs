using Engagement.Common;
using Engagement.KeyActions;
using Engagement.Tests.Specs;

namespace Engagement.Tests.KeyActions;

public sealed class WhenAMilestoneIsDue : Spec<KeyAction>
{
    private static readonly Guid One = Guid.Parse("c0000000-0000-4000-8000-00000000000a");
    private static readonly Guid Another = Guid.Parse("c0000000-0000-4000-8000-00000000000b");
    private static readonly ActionAdopted Adopted = new("One survey", "Parents are asked", "Written Statement, 1.1", "Head of SEND", null, Today.AddDays(-90));
    private static readonly MilestoneSet Set = new(One, "The survey is analysed", Today);
    private static readonly MilestoneSet Late = Set with { DueOn = Today.AddDays(-1) };

    [Fact]
    public void it_says_what_is_to_be_there_by_a_day_to_come()
    {
        SetTo(" The survey is analysed ", Today).Then(Set);
        SetTo(" ", Today).ThenRefused("TEXT_MISSING", "Say what is to be there by then", "text");
        SetTo("It is analysed", Today.AddDays(-1)).ThenRefused("DUE_IN_THE_PAST", "Enter a day that is not over", "dueOn");
    }

    [Theory]
    [InlineData(0, true, Rag.Amber)]
    [InlineData(0, false, Rag.Red)]
    [InlineData(-1, true, Rag.Red)]
    public void it_is_amber_while_it_is_on_track_and_its_day_is_not_over_and_red_otherwise(int days, bool onTrack, Rag rating) =>
        Standing(Set with { DueOn = Today.AddDays(days) }, new MilestoneProgressReported(One, onTrack, "Going", Today)).ShouldBe(rating);

    [Fact]
    public void it_is_green_once_it_is_achieved_however_late() =>
        Standing(Late, new MilestoneMissed(One, Late.DueOn), new MilestoneAchieved(One, Today, "The report", null)).ShouldBe(Rag.Green);

    [Fact]
    public void a_late_move_of_the_day_does_not_clear_a_miss()
    {
        var moved = new MilestoneDueDateChanged(One, Today.AddDays(30), "More schools were asked");

        // Also where nobody has recorded the miss yet.
        Given(Adopted, Late).When(action => Move(action, moved.DueOn, moved.Reason)).Then(new MilestoneMissed(One, Late.DueOn), moved);
        Standing(Late, new MilestoneMissed(One, Late.DueOn), moved).ShouldBe(Rag.Red);
        Standing(Set, moved).ShouldBe(Rag.Amber, "its day was not over when it was moved");
    }

    [Fact]
    public void its_day_is_moved_with_a_reason()
    {
        Given(Adopted, Set).When(action => Move(action, Today.AddDays(3), " ")).ThenRefused("REASON_MISSING", "Say why the day is moved", "reason");
        Given(Adopted, Set).When(action => Move(action, Today.AddDays(-3), "Sooner")).ThenRefused("DUE_IN_THE_PAST", "Enter a day that is not over", "dueOn");
        Given(Adopted, Set).When(action => Move(action, Today, "")).ThenNothing();
    }

    [Fact]
    public void achieved_needs_evidence()
    {
        Achieve(Set, Today, " ").ThenRefused("EVIDENCE_MISSING", "Add the evidence that this is achieved. Report progress if it is not there yet", "evidence");
        Achieve(Set, Today, "The report", "the shelf").ThenRefused("URL_INVALID");
        Achieve(Set, Today.AddDays(1), "The report").ThenRefused("ACHIEVED_IN_THE_FUTURE", "Enter the day it was achieved, today or before", "achievedOn");
        Achieve(Set, Today, " The report ").Then(new MilestoneAchieved(One, Today, "The report", null));
    }

    [Fact]
    public void achieved_late_it_was_missed_first() =>
        Achieve(Late, Today, "The report").Then(new MilestoneMissed(One, Late.DueOn), new MilestoneAchieved(One, Today, "The report", null));

    [Fact]
    public void achieved_on_its_day_and_recorded_later_it_was_not_missed() =>
        Achieve(Late, Late.DueOn, "The report").Then(new MilestoneAchieved(One, Late.DueOn, "The report", null));

    [Fact]
    public void what_is_achieved_stays_as_it_is() => Given(Adopted, Set, new MilestoneAchieved(One, Today, "The report", null))
        .When(action => Move(action, Today.AddDays(3), "Again"))
        .ThenRefused("MILESTONE_ACHIEVED", "This milestone is achieved. What is recorded of it stays as it is");

    [Fact]
    public void that_its_day_is_over_is_recorded_by_itself_and_once()
    {
        var message = new MissMilestone(Id, One, LondonCalendar.StartOf(Today));

        Given(Adopted, Late).When(action => MissMilestone.Decide(message, action, Today)).Then(new MilestoneMissed(One, Late.DueOn));
        Given(Adopted, Late, new MilestoneMissed(One, Late.DueOn)).When(action => MissMilestone.Decide(message, action, Today)).ThenNothing();
        Given(Adopted, Set).When(action => MissMilestone.Decide(message, action, Today)).ThenNothing();
        Given(Adopted, Late, new MilestoneAchieved(One, Late.DueOn, "The report", null)).When(action => MissMilestone.Decide(message, action, Today)).ThenNothing();
    }

    [Fact]
    public void progress_says_what_has_been_done()
    {
        Given(Adopted, Set).When(action => ReportMilestoneProgress.Decide(new ReportMilestoneProgress(Id, One, false, " "), action, Today))
            .ThenRefused("PROGRESS_MISSING", "Say what has been done, or what stands in the way", "progress");
        Given(Adopted, Set).When(action => ReportMilestoneProgress.Decide(new ReportMilestoneProgress(Id, Another, true, "Going"), action, Today))
            .ThenRefused("MILESTONE_UNKNOWN", "This action has no such milestone", "milestoneId");
    }

    [Fact]
    public void an_action_stands_as_its_worst_milestone_does()
    {
        Milestone[] none = [];
        none.RatingOn(Today).ShouldBeNull();
        new[] { Of(Set), Of(Late) }.RatingOn(Today).ShouldBe(Rag.Red);
    }

    private static Outcome SetTo(string text, DateOnly day) =>
        Given(Adopted).When(action => SetMilestone.Decide(new SetMilestone(Id, text, day), One, action, Today));

    private static Decision Move(KeyAction action, DateOnly day, string reason) =>
        ChangeMilestoneDueDate.Decide(new ChangeMilestoneDueDate(Id, One, day, reason), action, Today);

    private static Outcome Achieve(MilestoneSet set, DateOnly day, string evidence, string? url = null) =>
        Given(Adopted, set).When(action => AchieveMilestone.Decide(new AchieveMilestone(Id, One, day, evidence, url), action, Today));

    private static Rag Standing(params object[] events) => Of(events).RatingOn(Today);

    private static Milestone Of(params object[] events) =>
        events.Aggregate((IReadOnlyList<Milestone>)[], (milestones, e) => milestones.After(e)!)[0];
}
