using Engagement.Activities;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.FeedbackPoints;
using Engagement.Metrics;
using Engagement.Participants;
using Engagement.Surveys;
using Engagement.Tests.Metrics;

namespace Engagement.Tests.Integration;

/// <summary>The rules of counting, each as it shows in what was known before and after.</summary>
public sealed class WhatOfficersKnewThen : PlatformTest
{
    private static readonly DateTimeOffset Start = new(2024, 9, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Parent = Guid.Parse("0192d5e4-7b00-7c01-8d02-9e03af04b111");


    private readonly HandClock _clock = new(Start);
    private Guid _consultation;
    private Guid _wave;

    protected override bool RunsInBackground => false;

    [Fact]
    public async Task The_same_parent_online_and_on_paper_counts_once_from_when_that_was_noticed()
    {
        await BeginAsync();
        await SubmitAsync("online");
        var paper = await SubmitAsync("paper", Channel.Paper);
        var before = await NextDayAsync();
        await Platform.Responses.VoidAsync(new VoidResponse(paper.ResponseId, VoidReason.Duplicate), Story.Officer, default);
        var after = await NextDayAsync();

        (await Responses(before)).ShouldBe(2);
        (await Responses(after)).ShouldBe(1);
        (await Responses(null)).ShouldBe(1);
        (await Platform.Metrics.ForConsultationAsync(_consultation, after, default)).ResponsesByChannel.ShouldBe([new ChannelCount(Channel.Web, 1)]);
    }

    [Fact]
    public async Task What_was_withdrawn_before_the_figures_froze_is_gone_and_after_it_stays()
    {
        await BeginAsync();
        var taken = await SubmitAsync("taken back");
        await SubmitAsync("stays");
        var before = await NextDayAsync();
        await Platform.Responses.WithdrawAsync(new WithdrawResponse(taken.Reference, taken.Secret), Story.Parent, default);
        var after = await NextDayAsync();
        var kept = await SubmitAsync("kept");
        await AppendAsync(kept.ResponseId, new ResponseWithdrawn(StaysInTotals: true));
        var frozen = await NextDayAsync();

        (await Responses(before), await Responses(after), await Responses(frozen)).ShouldBe((2, 1, 2));
    }

    [Fact]
    public async Task A_late_paper_belongs_to_the_month_it_was_written_in_and_was_not_known_before_it_was_typed_in()
    {
        await BeginAsync();
        await SubmitAsync("in time");
        _clock.Pass(TimeSpan.FromDays(20));
        await SubmitAsync("october");
        var before = await NextDayAsync();
        await Platform.Surveys.SubmitAsync(
            Story.Response(_wave, "late") with { Channel = Channel.Paper }, Story.Officer with { OccurredAt = Start.AddDays(2) }, default);
        var after = await NextDayAsync();

        (await Months(before)).ShouldBe([("2024-09", 1), ("2024-10", 1)]);
        (await Months(after)).ShouldBe([("2024-09", 2), ("2024-10", 1)]);

        var september = new MetricsScope(_consultation, after) { From = new DateOnly(2024, 9, 1), To = new DateOnly(2024, 9, 30) };
        (await Platform.Participation.OfAsync(september, default)).Responses.ShouldBe(2);

        async Task<(string?, int)[]> Months(DateTimeOffset at) =>
            [.. (await Platform.Participation.ByAsync(MetricsDimension.Month, new MetricsScope(_consultation, at), default)).Select(g => (g.Key, g.Figures.Responses))];
    }

    [Fact]
    public async Task A_month_begins_at_midnight_in_London()
    {
        await BeginAsync();
        await Platform.Surveys.SubmitAsync(
            Story.Response(_wave, "night"), Story.Parent with { OccurredAt = new DateTimeOffset(2024, 9, 30, 23, 30, 0, TimeSpan.Zero) }, default);
        await Platform.CatchUpAsync();

        (await Platform.Participation.ByAsync(MetricsDimension.Month, new MetricsScope(_consultation), default)).Single().Key.ShouldBe("2024-10");
    }

    [Fact]
    public async Task The_latest_version_counts_and_is_one_response()
    {
        await BeginAsync();
        var id = Guid.CreateVersion7();
        await StartAsync<Response>(id, Submitted("E07000114"));
        var before = await NextDayAsync();
        await AppendAsync(id, new ResponseAmended(1, Content("E07000105"), _clock.GetUtcNow()));
        var after = await NextDayAsync();

        (await Districts(before)).ShouldBe([("E07000114", 1)]);
        (await Districts(after)).ShouldBe([("E07000105", 1)]);

        async Task<(string?, int)[]> Districts(DateTimeOffset at) =>
            [.. (await Platform.Participation.ByAsync(MetricsDimension.District, new MetricsScope(_consultation, at), default)).Select(g => (g.Key, g.Figures.Responses))];
    }

    [Fact]
    public async Task Who_posts_and_comes_is_one_participant_and_an_answer_is_of_nobody_in_particular()
    {
        await BeginAsync();
        await Platform.Surveys.SubmitAsync(Story.Response(_wave, "signed in"), Story.Parent with { ActorId = Parent }, default);
        await SubmitAsync("without an account");
        await StartAsync<Engagement.Forums.Contribution>(
            Guid.CreateVersion7(),
            new Engagement.Forums.ContributionReceived(
                Guid.NewGuid(), Guid.NewGuid(), _consultation, null, Parent, "Quiet Heron", Audience.ParentsAndCarers, null, new PersonalText(Parent, "AQID"), "r", "s", Start),
            new Engagement.Forums.ContributionReleased(null, Guid.NewGuid()));
        await StartAsync<Activity>(
            Guid.CreateVersion7(),
            new ActivityPlanned(
                "Coffee morning", ActivityKind.Meeting, EngagementLevel.Engaging, Audience.ParentsAndCarers, false, _consultation, new DateOnly(2024, 9, 24),
                "E07000114", CycleStage.Analyse, new LundyPlan("Space", "Voice", "Audience", "Influence"), null),
            new ActivityHeld(new DateOnly(2024, 9, 24)),
            new AttendanceRecorded([Parent], 12, null));
        await Platform.CatchUpAsync();

        var figures = (await Platform.Metrics.ForConsultationAsync(_consultation, null, default)).Participation;

        figures.ShouldBe(new Participation(Participants: 3, Responses: 2, Posts: 1, Ratings: 0, Identified: 1, HeadCount: 12, ByProxy: 0));
        (figures.Contributions, figures.Attendance).ShouldBe((3, 13));
    }

    [Fact]
    public async Task Those_counted_at_an_activity_belong_to_where_its_changed_plan_says()
    {
        await BeginAsync();
        var lundy = new LundyPlan("Space", "Voice", "Audience", "Influence");
        var activity = Guid.CreateVersion7();
        await StartAsync<Activity>(
            activity,
            new ActivityPlanned(
                "Coffee morning", ActivityKind.Meeting, EngagementLevel.Engaging, Audience.ParentsAndCarers, false, _consultation, new DateOnly(2024, 9, 24),
                "E07000114", CycleStage.Analyse, lundy, null));
        await Platform.CatchUpAsync();
        await AppendAsync(
            activity,
            new ActivityPlanChanged(
                "Coffee morning", ActivityKind.Meeting, EngagementLevel.Engaging, Audience.ParentsAndCarers, false, "E07000105", CycleStage.Analyse, lundy, null, null));
        await AppendAsync(activity, new ActivityHeld(new DateOnly(2024, 9, 24)));
        await AppendAsync(activity, new AttendanceRecorded([], 12, null));
        await Platform.CatchUpAsync();

        (await Platform.Participation.ByAsync(MetricsDimension.District, new MetricsScope(_consultation, null), default))
            .Select(group => (group.Key, group.Figures.HeadCount)).ShouldBe([("E07000105", 12)]);
    }

    [Fact]
    public async Task The_rate_is_of_those_who_were_reached_and_eligible_and_an_open_link_has_none()
    {
        await BeginAsync();
        await AppendAsync(_wave, new InvitationListFixed(new InvitationList(40, 0)));
        for (var i = 0; i < 9; i++)
            await SubmitAsync($"{i}");

        var stranger = await SubmitAsync("not one of them");
        var before = await NextDayAsync();
        await Platform.Responses.VoidAsync(new VoidResponse(stranger.ResponseId, VoidReason.OutOfScope), Story.Officer, default);
        await AppendAsync(_wave, new InvitationListFixed(new InvitationList(40, 3)));
        var after = await NextDayAsync();
        var openLink = Guid.CreateVersion7();
        await StartAsync<Wave>(openLink, new WaveOpened(_consultation, Guid.NewGuid(), 1, new DateOnly(2024, 9, 23), new DateOnly(2024, 11, 10), null));
        await Platform.CatchUpAsync();

        (await Rate(_wave, before)).ShouldBe(25);
        (await Rate(_wave, after)).ShouldBe(25, "9 of 36");
        (await Rate(openLink, null)).ShouldBeNull();
        (await Platform.Participation.ResponseRatesAsync(_consultation, after, default)).Count.ShouldBe(1, "the other was not known then");

        async Task<decimal?> Rate(Guid wave, DateTimeOffset? at) =>
            (await Platform.Participation.ResponseRatesAsync(_consultation, at, default)).Single(w => w.WaveId == wave).Percentage;
    }

    [Fact]
    public async Task Of_670_responses_there_are_14_point_9_for_each_1_000_children_and_the_set_is_named()
    {
        await BeginAsync();
        await using (var session = Platform.Store.LightweightSession())
        {
            for (var i = 0; i < 670; i++)
                session.Events.StartStream<Response>(Guid.CreateVersion7(), Submitted(i < 500 ? "E07000105" : i < 550 ? null : "E07000114"));

            await session.SaveChangesAsync();
        }

        var set = await Platform.Get<DenominatorSets>().LoadAsync(Population.Children, Story.Officer, default);
        await Platform.CatchUpAsync();

        var scope = new MetricsScope(_consultation);
        var reach = await Platform.Participation.ReachAsync(scope, set, DenominatorDimension.District, default);
        Math.Round(reach.PerThousand.ShouldNotBeNull(), 1).ShouldBe(14.9m);
        (reach.Of.Set.Source, reach.Of.Set.Reading, reach.Of.Set.Total).ShouldBe(
            ("Draft SEND Strategy 2025-28", "With education, health and care plans", 44_921));
        Math.Round(reach.Groups.Single(g => g.Key == "E07000105").PerThousand.ShouldNotBeNull(), 1).ShouldBe(132.2m);
        reach.Groups.Count.ShouldBe(12);

        var like = await Platform.Participation.RepresentativenessAsync(scope, set, DenominatorDimension.District, default);
        (like.Known, like.Participants).ShouldBe((620, 670));
        like.Groups.Single(g => g.Key == "E07000105").Standing.ShouldBe(GroupStanding.Over);
        like.Groups.Single(g => g.Key == "E07000107").Standing.ShouldBe(GroupStanding.Under);
        like.Index.ShouldNotBeNull().ShouldBeInRange(0.1, 0.2);
        (await Platform.Get<DenominatorSets>().ListAsync(null, 10, default)).Items.Select(s => s.Id).ShouldBe([set]);
        await Should.ThrowAsync<ThingNotFoundException>(() => Platform.Participation.ReachAsync(scope, Guid.NewGuid(), DenominatorDimension.District, default));
    }

    [Fact]
    public async Task Views_answered_after_10_20_41_and_60_days_and_one_open_for_90_make_a_median_of_41()
    {
        await BeginAsync();
        var said = Start;
        Guid[] views = [await CaptureAsync(said), await CaptureAsync(said), await CaptureAsync(said), await CaptureAsync(said), await CaptureAsync(said)];
        foreach (var (view, days) in views.Zip([10, 20, 41, 60]))
        {
            await AnswerAsync(view, Start.AddDays(days));
            if (days == 20)
                (await Time(Start.AddDays(30))).ShouldBe(new TimeToDecision(null, 30, 5, 2, 2));
        }

        (await Time(Start.AddDays(90))).ShouldBe(new TimeToDecision(41, 90, 5, 4, 4));
        (await Time(Start.AddDays(30))).ShouldBe(new TimeToDecision(null, 30, 5, 2, 2), "what was known then");

        async Task<TimeToDecision> Time(DateTimeOffset at)
        {
            await Platform.CatchUpAsync();
            return await Platform.LoopFigures.TimeToDecisionAsync(new MetricsScope(_consultation, at), default);
        }
    }

    [Fact]
    public async Task A_loop_is_due_on_its_promised_day_else_after_twelve_weeks_and_reopened_it_is_not_closed()
    {
        await BeginAsync();
        var opened = new LoopOpened(Guid.CreateVersion7(), _consultation);
        var (promised, late, none, cannot) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await StartAsync<Loop>(promised, opened with { ThemeId = promised }, Decided(DecisionOutcome.WeWill), Promise(10), Published(), new LoopClosed(EntryState.WeDid));
        await StartAsync<Loop>(late, opened with { ThemeId = late }, Decided(DecisionOutcome.WeWill), Promise(20));
        await StartAsync<Loop>(none, opened with { ThemeId = none });
        await StartAsync<Loop>(cannot, opened with { ThemeId = cannot }, Decided(DecisionOutcome.WeCannot), Published(), new LoopClosed(EntryState.WeCannot));
        var reopened = _clock.Pass(TimeSpan.FromDays(30));
        await AppendAsync(promised, new DecisionReopened("It has stopped"));
        await Platform.CatchUpAsync();

        (await Closure(Start.AddDays(9))).ShouldBe(new LoopClosure(0, 0));
        (await Closure(Start.AddDays(10))).ShouldBe(new LoopClosure(1, 1));
        (await Closure(Start.AddDays(20))).ShouldBe(new LoopClosure(1, 2));
        (await Closure(reopened)).ShouldBe(new LoopClosure(0, 2));
        (await Closure(Start.AddDays(83))).ShouldBe(new LoopClosure(0, 2));
        (await Closure(Start.AddDays(84))).ShouldBe(new LoopClosure(1, 4), "twelve weeks, and a reasoned 'we cannot' that was published and told");

        var figures = await Platform.LoopFigures.OfAsync(_consultation, reopened, default);
        (figures.Loops, figures.Decided, figures.Published, figures.Closed, figures.Reopened).ShouldBe((4, 2, 2, 1, 1));

        async Task<LoopClosure> Closure(DateTimeOffset at) => (await Platform.LoopFigures.OfAsync(_consultation, at, default)).Closure;
    }

    [Fact]
    public async Task The_loop_of_a_theme_that_was_merged_away_was_due_until_then()
    {
        await BeginAsync();
        var (theme, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await StartAsync<Theme>(theme, new ThemeOpened(_consultation, "A point", "A point"));
        await StartAsync<Theme>(other, new ThemeOpened(_consultation, "The same point", "The same point"));
        await StartAsync<Loop>(Loop.IdFor(theme), new LoopOpened(theme, _consultation));
        var before = _clock.Pass(TimeSpan.FromDays(100));
        _clock.Pass(TimeSpan.FromDays(1));
        await AppendAsync(theme, new ThemesMerged([theme], other));
        var after = await NextDayAsync();
        await AppendAsync(theme, new ThemeUnmerged(theme, other, "They make two points"));
        var again = await NextDayAsync();

        (await Platform.LoopFigures.OfAsync(_consultation, before, default)).Closure.Due.ShouldBe(1);
        (await Platform.LoopFigures.OfAsync(_consultation, after, default)).Closure.Due.ShouldBe(0);
        (await Platform.LoopFigures.OfAsync(_consultation, again, default)).Closure.Due.ShouldBe(1, "taken out again, it is due again");
    }

    [Fact]
    public async Task What_people_say_of_an_answer_counts_until_it_is_reopened()
    {
        await BeginAsync();
        var loop = Guid.CreateVersion7();
        await StartAsync<Loop>(loop, new LoopOpened(loop, _consultation), Decided(DecisionOutcome.WeCannot), Published(), new LoopClosed(EntryState.WeCannot));
        for (var i = 0; i < 6; i++)
            await AppendAsync(loop, new ConfirmationGiven(Guid.CreateVersion7(), ConfirmationAnswer.Yes, null, null));

        var changes = Guid.CreateVersion7();
        await AppendAsync(loop, new ConfirmationGiven(changes, ConfirmationAnswer.No, null, null));
        await AppendAsync(loop, new ConfirmationGiven(changes, ConfirmationAnswer.Partly, ConfirmationAnswer.No, null));
        var few = await NextDayAsync();
        for (var i = 0; i < 3; i++)
            await AppendAsync(loop, new ConfirmationGiven(Guid.CreateVersion7(), ConfirmationAnswer.No, null, null));

        var enough = await NextDayAsync();
        await AppendAsync(loop, new DecisionReopened("It has stopped"));
        var reopened = await NextDayAsync();

        (await Said(few)).ShouldBe(new ConfirmationFigures(6, 1, 0, 0));
        (await Said(enough)).ShouldBe(new ConfirmationFigures(6, 1, 3, 1));
        (await Said(enough)).Share.ShouldBe(.6);
        (await Said(reopened)).ShouldBe(new ConfirmationFigures(0, 0, 0, 0));

        await AppendAsync(loop, new GroupConfirmationGiven(FamilyReader.ParentForum, ConfirmationAnswer.Yes));
        (await Said(await NextDayAsync())).ConfirmedLoops.ShouldBe(0);
        await AppendAsync(loop, new GroupConfirmationGiven(FamilyReader.YoungPeople, ConfirmationAnswer.Yes));
        (await Said(await NextDayAsync())).ConfirmedLoops.ShouldBe(1);

        async Task<ConfirmationFigures> Said(DateTimeOffset at) => (await Platform.LoopFigures.OfAsync(_consultation, at, default)).Confirmation;
    }

    [Fact]
    public async Task Coverage_of_feedback_points_is_that_of_the_least_covered_one_as_it_was_known()
    {
        await BeginAsync();
        for (var i = 0; i < 4; i++)
        {
            var events = new List<object> { new CaseReachedPoint($"{i}", 4, new DateOnly(2024, 9, 3)), new CaseReachedPoint($"{i}", 5, new DateOnly(2024, 9, 4)) };
            events.Add(new SatisfactionGiven(4, Satisfaction.FullySatisfied));
            await StartAsync<AssessmentCase>(AssessmentCase.IdFor($"{i}"), [.. events]);
        }

        var before = await NextDayAsync();
        await AppendAsync(AssessmentCase.IdFor("1"), new SatisfactionGiven(5, Satisfaction.NotSure));
        var after = await NextDayAsync();

        (await Coverage(before)).ShouldBe((100, 0, 0));
        (await Coverage(after)).ShouldBe((100, 25, 25));
        (await Platform.Participation.OfAsync(new MetricsScope(AsAt: after), default)).ShouldBe(new Participation(4, 0, 0, 5, 0, 0, 0), "four families, five ratings");

        async Task<(decimal?, decimal?, decimal?)> Coverage(DateTimeOffset at)
        {
            var figures = await Platform.Get<FeedbackPointFigureReads>().OfAsync(new DateOnly(2024, 9, 1), new DateOnly(2024, 9, 30), at, default);
            return (figures.Points[3].Coverage, figures.Points[4].Coverage, figures.HeadlineCoverage);
        }
    }

    private static EntryPublished Published() => new($"a-point-{Guid.NewGuid():N}", EntryState.WeDid, new EntryWords("You said", "We did", [], [], []));

    private static DecisionRecorded Decided(DecisionOutcome outcome) =>
        new(outcome, LondonCalendar.DayOf(Start), "Director of SEND", "Families asked for it", "None, because it is cheap", null, null);

    private static CommitmentMade Promise(int days) => new(1, "A named contact", "Assistant director", LondonCalendar.DayOf(Start).AddDays(days));

    private static ResponseContent Content(string? district) =>
        new(false, Audience.ParentsAndCarers, RenditionKind.Standard, "en", district, null, null, []);

    private async Task BeginAsync()
    {
        // Projections follow; no message is handled, which would be recorded at a moment that the test has not chosen.
        await RestartAsync(runsInBackground: false, _clock);
        await Platform.Daemon.StartAsync();
        (_consultation, _wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = Start });
    }

    private Task<IssuedReceipt> SubmitAsync(string key, Channel channel = Channel.Web) =>
        Platform.Surveys.SubmitAsync(Story.Response(_wave, key) with { Channel = channel }, Story.Parent, default);

    private ResponseSubmitted Submitted(string? district) =>
        new(_wave, _consultation, Guid.NewGuid(), 1, Guid.NewGuid(), "r", "s", Channel.Web, Content(district), null, _clock.GetUtcNow());

    private async Task<Guid> CaptureAsync(DateTimeOffset at)
    {
        var id = Guid.CreateVersion7();
        await StartAsync<View>(
            id,
            new ViewCaptured(
                new ViewSource(ViewSourceKind.Answer, Guid.NewGuid(), null), _consultation, new PersonalText(Parent, "AQID"), at, null, false, null, null, null));
        return id;
    }

    /// <summary>A theme of its own, with something published of it.</summary>
    private async Task AnswerAsync(Guid view, DateTimeOffset at)
    {
        _clock.Pass(at - _clock.GetUtcNow());
        var theme = Guid.CreateVersion7();
        await AppendAsync(view, new ViewCoded(theme, Guid.NewGuid(), _consultation, null));
        await StartAsync<Loop>(Loop.IdFor(theme), new LoopOpened(theme, _consultation), Decided(DecisionOutcome.WeCannot), Published());
    }

    /// <summary>The end of what has been recorded so far; what comes next is recorded a day later.</summary>
    private async Task<DateTimeOffset> NextDayAsync()
    {
        await Platform.CatchUpAsync();
        var at = _clock.GetUtcNow();
        _clock.Pass(TimeSpan.FromDays(1));
        return at;
    }

    private async Task<int> Responses(DateTimeOffset? at)
    {
        await Platform.CatchUpAsync();
        return (await Platform.Metrics.ForConsultationAsync(_consultation, at, default)).Responses;
    }

    private async Task StartAsync<T>(Guid id, params object[] events) where T : class
    {
        await using var session = Platform.Store.LightweightSession();
        session.Events.StartStream<T>(id, events);
        await session.SaveChangesAsync();
    }

    private async Task AppendAsync(Guid id, params object[] events)
    {
        await using var session = Platform.Store.LightweightSession();
        session.Events.Append(id, events);
        await session.SaveChangesAsync();
    }
}
