using Engagement.Common;
using Engagement.Governance;
using Engagement.KeyActions;
using Engagement.Measures;
using Engagement.Surveys;
using Npgsql;

namespace Engagement.Tests.Integration;

/// <summary>Milestones that nobody reached are recorded as missed, and surveys report the measures that name their statements.</summary>
public sealed class WhatEvidenceDoesByItself : PlatformTest
{
    private const string Board = "SEND Improvement Board";

    [Fact]
    public async Task A_milestone_is_missed_at_the_end_of_its_day_although_nothing_ran_then()
    {
        var actions = Platform.Get<KeyActionCommands>();
        var action = await actions.AdoptAsync(new AdoptAction("One survey", "Parents are asked", "The plan, 1.1", "Head of SEND", null), Story.Officer, default);
        var late = await actions.SetMilestoneAsync(new SetMilestone(action, "It is analysed", Story.Today.AddDays(5)), Story.Officer, default);
        var achieved = await actions.SetMilestoneAsync(new SetMilestone(action, "It is sent", Story.Today.AddDays(5)), Story.Officer, default);
        await actions.AchieveAsync(new AchieveMilestone(action, achieved, Story.Today, "It went out", null), Story.Officer, default);
        await Platform.CatchUpAsync();

        await RestartAsync(runsInBackground: true, new SetClock(TimeProvider.System.GetUtcNow().AddDays(9)));
        var missed = await Platform.EventAsync<MilestoneMissed>();

        missed.Data.ShouldBe(new MilestoneMissed(late, Story.Today.AddDays(5)));
        missed.OccurredAt().ShouldBe(LondonCalendar.StartOf(Story.Today.AddDays(6)), "it was missed when its day was over, not when that was found out");
        await UntilAsync("select count(*) from messaging.envelopes where message_type = 'miss_milestone'", left => left == 0);
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'milestone_missed'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_wave_that_closes_reports_the_measures_that_name_its_statements()
    {
        await RestartAsync(runsInBackground: false);
        var (_, instrument) = await Platform.PrepareAsync();
        var measures = Platform.Get<MeasureCommands>();
        await measures.LoadAsync(new LoadMeasures(), Story.Officer, default);
        var measure = LoadMeasures.IdOf("M1.2");
        await measures.NameStatementsAsync(new NameStatements(measure, instrument, ["P1"], Audience.ParentsAndCarers), Story.Officer, default);
        var wave = await AnsweredAsync(instrument, new DateOnly(2019, 12, 2));
        await CloseAsync(wave, new DateOnly(2019, 12, 20));

        await RestartAsync(runsInBackground: true);
        var reported = await Platform.EventAsync<ActualReported>();

        reported.StreamId.ShouldBe(measure);
        var figure = (ActualReported)reported.Data;
        (figure.Period, figure.Value, figure.Whole, figure.WaveId).ShouldBe(("Dec 2019", 100m, 2, wave));
        var page = (await Platform.Get<MeasureReads>().FindAsync(measure, default)).ShouldNotBeNull();
        RatingRule.Of(page.Record, "Dec 2019").Base.ShouldBe(SmallBase.TooSmall);
    }

    [Fact]
    public async Task Waves_that_have_closed_are_reported_as_soon_as_their_statements_are_named_and_give_a_baseline()
    {
        await RestartAsync(runsInBackground: false);
        var (_, instrument) = await Platform.PrepareAsync();
        var first = await AnsweredAsync(instrument, new DateOnly(2019, 6, 3));
        await CloseAsync(first, new DateOnly(2019, 6, 21));
        var second = await AnsweredAsync(instrument, new DateOnly(2019, 12, 2));
        await CloseAsync(second, new DateOnly(2019, 12, 20));
        var measures = Platform.Get<MeasureCommands>();
        await measures.LoadAsync(new LoadMeasures(), Story.Officer, default);
        var measure = LoadMeasures.IdOf("M1.1");
        await measures.NameStatementsAsync(new NameStatements(measure, instrument, ["P1"], Audience.ParentsAndCarers), Story.Officer, default);
        await RestartAsync(runsInBackground: true);
        ((ActualReported)(await Platform.EventAsync<ActualReported>()).Data).WaveId.ShouldBe(second);

        await Platform.Get<MeasureCommands>().TakeBaselineFromWaveAsync(new TakeBaselineFromWave(measure, first, Board), Story.Officer, default);

        var record = (await Platform.Get<MeasureReads>().FindAsync(measure, default)).ShouldNotBeNull().Record;
        (record.Baseline!.Value, record.Baseline.AsAt, record.Baseline.Parts.Count).ShouldBe((100m, new DateOnly(2019, 6, 21), 1));
        var standing = RatingRule.Of(record, "Dec 2019");
        (standing.Wanted, standing.IsCapped).ShouldBe((100m, true), "no more than all can agree");
    }

    [Fact]
    public async Task A_measure_of_one_phase_counts_only_those_who_answer_for_it()
    {
        await RestartAsync(runsInBackground: false);
        var (_, instrument) = await Platform.PrepareAsync();
        var measures = Platform.Get<MeasureCommands>();
        await measures.LoadAsync(new LoadMeasures(), Story.Officer, default);
        foreach (var (code, phase) in new[] { ("M3.12", "primary"), ("M3.13", "secondary") })
        {
            await measures.NameStatementsAsync(
                new NameStatements(LoadMeasures.IdOf(code), instrument, ["P1"], Audience.ParentsAndCarers, phase), Story.Officer, default);
        }

        var wave = await AnsweredAsync(instrument, new DateOnly(2019, 12, 2));
        await CloseAsync(wave, new DateOnly(2019, 12, 20));

        await RestartAsync(runsInBackground: true);
        var reported = await Platform.EventAsync<ActualReported>();
        await UntilAsync("select count(*) from messaging.envelopes where message_type = 'report_wave_actuals'", left => left == 0);

        (reported.StreamId, ((ActualReported)reported.Data).Whole).ShouldBe((LoadMeasures.IdOf("M3.12"), 2));
        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'actual_reported'")).ShouldBe(1, "all of them answered for a child in primary school");
    }

    [Fact]
    public async Task Meetings_are_counted_when_their_quarter_is_over_and_again_where_something_is_recorded_later()
    {
        await RestartAsync(runsInBackground: false);
        var (groups, meetings) = (Platform.Get<GovernanceCommands>(), Platform.Get<MeetingCommands>());
        var day = new DateOnly(2024, 9, 16);
        var by = Story.Officer with { OccurredAt = LondonCalendar.StartOf(day.AddDays(-30)).AddHours(12) };
        await Platform.Get<MeasureCommands>().LoadAsync(new LoadMeasures(), Story.Officer, default);
        var group = await groups.ConstituteAsync(new ConstituteGroup(Board, "Steers the plan", MeetingFrequency.Monthly, null), by, default);
        var seat = await groups.CreateSeatAsync(new CreateSeat(group, "Parent representative"), by, default);
        var meeting = await meetings.ScheduleAsync(new ScheduleMeeting(group, day), by, default);

        await RestartAsync(runsInBackground: true);
        ((MeetingsCounted)(await Platform.EventAsync<MeetingsCounted>()).Data).ShouldSatisfyAllConditions(
            count => (count.Period, count.Part, count.Whole).ShouldBe(("Q2 24-25", 0, 1)),
            count => count.NotDone.ShouldBe([Board]));
        (groups, meetings) = (Platform.Get<GovernanceCommands>(), Platform.Get<MeetingCommands>());
        await groups.NominateAsync(new NominateRepresentative(group, seat, Guid.NewGuid(), "Parent"), ForumStories.Coordinator, default);
        await groups.AppointAsync(new AppointRepresentative(group, seat, day.AddDays(-20)), Story.Officer, default);
        await meetings.InviteAsync(new InviteRepresentative(meeting, seat, day.AddDays(-7)), Story.Officer, default);

        await UntilAsync("select count(*) from mt_events where type = 'meetings_counted'", there => there == 2);
        var record = (await Platform.Get<MeasureReads>().FindByCodeAsync("M2.3", default)).ShouldNotBeNull().Record;
        record.ActualOf("Q2 24-25").ShouldNotBeNull().ShouldSatisfyAllConditions(
            actual => (actual.Value, actual.FirstValue).ShouldBe((1m, 0m)),
            actual => actual.CorrectedBecause.ShouldHaveSingleItem());
    }

    private async Task<Guid> AnsweredAsync(Guid instrument, DateOnly opens)
    {
        var waves = Platform.Get<WaveCommands>();
        var by = Story.Officer with { OccurredAt = LondonCalendar.StartOf(opens.AddDays(-7)).AddHours(12) };
        var wave = await waves.ScheduleAsync(
            new ScheduleWave(instrument, $"Parents, {opens:MMMM yyyy}", Audience.ParentsAndCarers, null, WaveFrequency.TwiceAYear, opens, opens.AddDays(18)), by, default);
        await waves.OpenAsync(new OpenScheduledWave(wave, null), by, default);
        foreach (var key in new[] { "a", "b" })
        {
            await Platform.Surveys.SubmitAsync(
                Story.Response(wave, $"{wave}:{key}") with { Audience = Audience.ParentsAndCarers },
                Story.Parent with { OccurredAt = LondonCalendar.StartOf(opens).AddHours(12) },
                default);
        }

        return wave;
    }

    private Task CloseAsync(Guid wave, DateOnly day) => Platform.Surveys.CloseWaveAsync(
        new CloseWave(wave), Story.Officer with { OccurredAt = LondonCalendar.StartOf(day.AddDays(1)).AddHours(9) }, default);

    private async Task UntilAsync(string count, Func<long, bool> isReached)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var command = Platform.Get<NpgsqlDataSource>().CreateCommand(count);
        while (!isReached((long)(await command.ExecuteScalarAsync(deadline.Token))!))
            await Task.Delay(20, deadline.Token);
    }
}
