using Engagement.Activities;
using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Seeder;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

/// <summary>The small profile, cut off in the middle and taken up again, with nothing else running.</summary>
public sealed class TheLongStories : PlatformTest
{
    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_load_that_was_killed_half_way_ends_as_one_that_was_not()
    {
        var size = StorySize.Of(DemonstrationProfile.Small).ShouldNotBeNull();
        using var cut = new CancellationTokenSource();
        var killed = new Steps(step =>
        {
            if (step.Done > step.Total / 2)
                cut.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(
            () => DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small, killed, cut.Token));
        var half = await Platform.CountEventsAsync();

        var summary = await DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small);

        var all = await Platform.CountEventsAsync();
        all.ShouldBeInRange(4_000, 6_500);
        half.ShouldBeInRange(all / 10, all * 9 / 10);

        // What an undisturbed load holds follows from the plan.
        var planned = StrategyStory.Plan(size).ToList();
        (await CountAsync("response_submitted")).ShouldBe(summary.Responses);
        (await CountAsync("case_reached_point")).ShouldBe(FeedbackPointStory.CasesAMonth * size.FeedbackMonths);
        (await ScalarAsync("select count(*) from mt_events where type = 'satisfaction_given' and data ->> 'Point' = '4' and data ->> 'Satisfaction' = 'FullySatisfied'")).ShouldBe(4);
        (await ScalarAsync("select count(*) from mt_events where type = 'satisfaction_given' and data ->> 'Point' = '5' and data ->> 'Satisfaction' = 'FullySatisfied'")).ShouldBe(116);
        (await CountAsync("contribution_received")).ShouldBe(ForumStory.Contributions(size) + OpenForumStory.Contributions + WaitingStory.Posts);
        (await CountAsync("loop_closed")).ShouldBe(StrategyLoops.Delivered + LocalOfferStory.Closed);
        (await CountAsync("decision_reopened")).ShouldBe(StrategyLoops.Reopened);
        (await CountAsync("group_confirmation_given")).ShouldBe(2 * StrategyLoops.Confirmed);
        (await CountAsync("response_amended")).ShouldBe(1);
        (await CountAsync("response_withdrawn")).ShouldBe(2);
        (await ScalarAsync("select count(*) from mt_events where type = 'response_withdrawn' and (data ->> 'StaysInTotals')::boolean")).ShouldBe(1, "its figures were frozen");
        (await CountAsync("release_published")).ShouldBe(2, "the strategy, and a year of the Local Offer");
        (await CountAsync("view_quoted")).ShouldBe(1);
        (await CountAsync("erasure_requested")).ShouldBe(3, "one waits to be decided on");
        (await CountAsync("subject_key_destroyed")).ShouldBe(1, "the other is on hold");
        (await CountAsync("response_voided")).ShouldBe(1);
        (await CountAsync("activity_planned")).ShouldBe(size.Activities + 6 + ComingActivities.Count + CharterStory.Activities);
        (await CountAsync("activity_held")).ShouldBe(size.Activities + CharterStory.Activities);
        (await ScalarAsync("select sum((data ->> 'HeadCount')::int + jsonb_array_length(data -> 'Identified')) from mt_events where type = 'attendance_recorded'"))
            .ShouldBe(WrittenStatementStory.Plan().Take(size.Activities).Sum(occasion => occasion.Attending) * 1L + CorrectedAttendance());
        (await ScalarAsync($"select count(*) from mt_events where {Is("view_captured")} and data ->> 'ConsultationId' = '{summary.StrategyConsultationId}'"))
            .ShouldBe(planned.Sum(response => response.Form.Views.Count));
        (await CountAsync("entry_published")).ShouldBeGreaterThan(40);
        (await ScalarAsync($"select count(*) from mt_events where {Is("entry_published")} and not data @? '$.**.Renditions[*] ? (@.Kind == \"EasyRead\")'"))
            .ShouldBe(0, "each entry has its Easy Read version");
        (await CountAsync("report_published")).ShouldBe(1);
        (await CountAsync("paper_form_checked")).ShouldBe(size.Paper - StrategyStory.InFile + 1, "one comes late");
        (await CountAsync("paper_form_differed")).ShouldBe(2, "one of them still waits");
        (await CountAsync("denominator_set_loaded")).ShouldBe(1);
        (await CountAsync("paper_batch_imported")).ShouldBe(1);
        (await ScalarAsync($"select count(*) from mt_events where {Is("response_submitted")} and data @? '$.**.Rendition ? (@ == \"EasyRead\")'"))
            .ShouldBe(size.EasyRead);
        (await CountAsync("seat_created")).ShouldBe(GovernanceStory.Seats);
        (await CountAsync("rep_appointed")).ShouldBe(GovernanceStory.Seats);
        (await CountAsync("seat_vacated")).ShouldBe(1);
        (await CountAsync("claim_disputed")).ShouldBe(1);
        (await CountAsync("not_applicable_agreed")).ShouldBe(2);
        (await CountAsync("appeal_decided")).ShouldBeGreaterThanOrEqualTo(2);
        (await CountAsync("contribution_edited")).ShouldBeGreaterThanOrEqualTo(1);
        (await CountAsync("contribution_supported")).ShouldBeGreaterThan(10);
        (await ScalarAsync($"select count(*) from mt_streams where id in ('{string.Join("', '", EdgeIds(summary))}')"))
            .ShouldBe(EdgeIds(summary).Count, "what the list of edge cases names is there");

        var again = await DemonstrationData.LoadAsync(Platform.Services, DemonstrationProfile.Small);
        again.ShouldBe(summary);
        (await Platform.CountEventsAsync()).ShouldBe(all);
        await LooksAsItShouldAsync(summary);
    }

    [Fact]
    public async Task What_is_told_in_batches_is_not_told_twice()
    {
        var size = StorySize.Of(DemonstrationProfile.Small).ShouldNotBeNull() with { Listening = 2 * ListeningStory.BatchSize + 50 };
        var teller = new Storyteller(Platform.Services, Story.Today, default);
        await ListeningStory.TellAsync(teller, size, new LoadProgress(null, 0));
        var events = await Platform.CountEventsAsync();
        (await CountAsync("response_submitted")).ShouldBe(size.Listening);
        (await CountAsync("view_coded")).ShouldBeGreaterThan(size.Listening);

        await ListeningStory.TellAsync(teller, size, new LoadProgress(null, 0));

        (await Platform.CountEventsAsync()).ShouldBe(events);
    }

    private async Task LooksAsItShouldAsync(DemonstrationSummary summary)
    {
        var strategy = (await Platform.ConsultationReads.FindAsync(summary.StrategyConsultationId.ShouldNotBeNull(), default)).ShouldNotBeNull();
        strategy.Title.ShouldEndWith("(demonstration)");
        strategy.ClosesOn.ShouldBe(new DateOnly(2024, 11, 11));
        strategy.StateOn(Story.Today).ShouldBe(ConsultationState.Closed);

        var loops = (await Platform.Get<LoopReads>().BoardAsync(new LoopBoardQuery(strategy.Id), Story.Today, null, 100, default)).Items;
        loops.Count.ShouldBe(StrategyLoops.Loops);
        loops.Count(loop => loop.Entry is not null).ShouldBe(StrategyLoops.Published);
        loops.Select(loop => loop.Entry?.State).ShouldContain(EntryState.WeCannot);
        await CanBeTakenPartInAsync();
    }

    /// <summary>Each audience finds something open on the day of the load.</summary>
    private async Task CanBeTakenPartInAsync()
    {
        var open = await Platform.ConsultationReads.ListAsync(
            new ConsultationFilter(ConsultationState.Open, Audience.YoungPeople), ConsultationOrder.Closes, false, Story.Today, null, 10, default);
        var young = open.Items.ShouldHaveSingleItem();
        var survey = (await Platform.Get<SurveyReads>().FindSurveyAsync(Wave.IdFor(young.Id), default)).ShouldNotBeNull();
        survey.Renditions.ShouldHaveSingleItem().Name.Kind.ShouldBe(RenditionKind.EasyRead);

        var topics = (await Platform.Get<ForumReads>().ListTopicsAsync(
            new TopicFilter(State: TopicState.Open), TopicOrder.Newest, Story.Today, null, 10, default)).Items;
        topics.Count.ShouldBe(3);
        topics.Count(topic => topic.IsPinned).ShouldBe(1);

        var activities = (await Platform.Get<ActivityReads>().ListAsync(
            new ActivityFilter(From: Story.Today), ActivityOrder.Earliest, null, 10, default)).Items;
        activities.Count.ShouldBe(ComingActivities.Count);
        activities.ShouldAllBe(activity => activity.State == ActivityState.Planned && activity.Places > activity.Coming.Count);
        activities[^1].Places.ShouldBe(activities[^1].Coming.Count + 1, "one place is left");
    }

    /// <summary>The ids of things that the printed list names.</summary>
    private static IReadOnlyCollection<Guid> EdgeIds(DemonstrationSummary summary) =>
    [
        .. summary.EdgeCases
            .SelectMany(edge => edge.Where.Split(' ', ':', ',', ';'))
            .Where(word => Guid.TryParse(word, out _))
            .Select(Guid.Parse)
            .Distinct(),
    ];

    // The record that was wrong by two people stays in the log beside the one that took its place.
    private static int CorrectedAttendance() => WrittenStatementStory.Plan()[WrittenStatementStory.Corrected - 1].Attending + 2;

    private Task<long> CountAsync(string type) => ScalarAsync($"select count(*) from mt_events where {Is(type)}");

    /// <summary>Of whichever version.</summary>
    private static string Is(string type) => $"(type = '{type}' or type like '{type}\\_v%')";

    private Task<long> ScalarAsync(string sql) => Platform.ScalarAsync<long>(sql);

    private sealed class Steps(Action<DemonstrationStep> take) : IProgress<DemonstrationStep>
    {
        public void Report(DemonstrationStep value) => take(value);
    }
}
