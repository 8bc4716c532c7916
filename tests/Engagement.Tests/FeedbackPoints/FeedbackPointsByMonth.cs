using Engagement.Common;
using Engagement.FeedbackPoints;
using Engagement.Tests.Integration;

namespace Engagement.Tests.FeedbackPoints;

public sealed class FeedbackPointsByMonth : PlatformTest
{
    private static readonly CommandContext Officer = Story.Officer with { OccurredAt = new DateTimeOffset(2019, 7, 3, 9, 0, 0, TimeSpan.Zero) };
    private static readonly DateOnly June = new(2019, 6, 1);

    protected override bool RunsInBackground => false;

    [Fact]
    public async Task A_month_counts_the_cases_that_came_to_each_step_in_it_whenever_their_families_answer()
    {
        await ReachAsync("A 1", 4, new DateOnly(2019, 6, 1));
        await ReachAsync("A 2", 4, new DateOnly(2019, 6, 30));
        await ReachAsync("A 1", 5, new DateOnly(2019, 7, 1));
        await RateAsync("a1", 4, Satisfaction.FullySatisfied);

        var months = await Platform.FeedbackPointReads.MonthsAsync(June, new DateOnly(2019, 7, 20), default);

        months.Select(m => (m.Month, m.Points[3].Reached, m.Points[3].Rated, m.Points[4].Reached)).ShouldBe(
            [(June, 2, 1, 0), (new DateOnly(2019, 7, 1), 0, 0, 1)]);
        months[0].HeadlineCoverage.ShouldBe(50);
    }

    [Fact]
    public async Task A_month_at_the_end_of_the_calendar_has_no_figures_and_is_not_collated()
    {
        (await Platform.FeedbackPointReads.MonthsAsync(new DateOnly(9999, 11, 1), DateOnly.MaxValue, default)).Count.ShouldBe(2);

        var refused = await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(DateOnly.MaxValue), Officer, default));
        refused.Code.ShouldBe("MONTH_NOT_OVER");
    }

    [Fact]
    public async Task A_collated_month_keeps_its_figures_until_it_is_corrected()
    {
        await ReachAsync("A 1", 1, new DateOnly(2019, 6, 12));
        await Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(June), Officer, default);
        await RateAsync("A 1", 1, Satisfaction.Neither);

        var collated = await Platform.FeedbackPointReads.MonthAsync(June, default);
        (collated.Points[0].Rated, collated.HasChangedSince, collated.Collation.ShouldNotBeNull().Corrections.Count).ShouldBe((0, true, 0));

        await Platform.FeedbackPoints.CorrectCollationAsync(new CorrectCollation(June, "A family answered late"), Officer, default);

        var corrected = await Platform.FeedbackPointReads.MonthAsync(June, default);
        (corrected.Points[0].Rated, corrected.HasChangedSince).ShouldBe((1, false));
        corrected.Collation.ShouldNotBeNull().Corrections.Single().Reason.ShouldBe("A family answered late");
    }

    [Fact]
    public async Task A_month_is_collated_once()
    {
        await Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(June), Officer, default);

        var refused = await Should.ThrowAsync<RuleRefusedException>(() => Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(June), Officer, default));

        refused.Message.ShouldBe("This month has been collated. Correct it and say why");
    }

    [Fact]
    public async Task Whether_there_is_a_case_is_not_told()
    {
        var refused = await Should.ThrowAsync<RuleRefusedException>(() => RateAsync("A 9", 1, Satisfaction.Neither));

        refused.Message.ShouldBe("This step has not happened yet");
    }

    [Fact]
    public async Task The_reference_of_a_case_is_kept_nowhere()
    {
        await Platform.FeedbackPoints.RecordPointReachedAsync(
            new RecordPointReached("ZEBRA77", 1, June), Officer with { IdempotencyKey = "first" }, default);

        (await Platform.ScalarAsync<string>("select string_agg(e::text, '') from mt_events e")).ShouldNotContain("ZEBRA77");
        (await Platform.ScalarAsync<string>("select string_agg(k::text, '') from mt_idempotency_keys k")).ShouldNotContain("ZEBRA77");
        (await Platform.ScalarAsync<string>("select string_agg(p::text, '') from engagement.feedback_points p")).ShouldNotContain("ZEBRA77");
    }

    [Fact]
    public async Task Built_again_from_the_log_it_is_the_same()
    {
        const string Everything =
            """
            select jsonb_build_object(
                'points', (select jsonb_agg(to_jsonb(p) order by p.case_id, p.point) from engagement.feedback_points p),
                'months', (select jsonb_agg(data order by id) from mt_doc_collationpage))::text
            """;
        await ReachAsync("A 1", 1, June);
        await ReachAsync("A 2", 2, June);
        await RateAsync("A 1", 1, Satisfaction.NotSure);
        await Platform.FeedbackPoints.CollateMonthAsync(new CollateMonth(June), Officer, default);
        await RateAsync("A 2", 2, Satisfaction.FullyDissatisfied);
        await Platform.FeedbackPoints.CorrectCollationAsync(new CorrectCollation(June, "Late"), Officer, default);
        var live = await Platform.ScalarAsync<string>(Everything);

        await Platform.ScalarAsync<long>(
            "with gone as (update engagement.feedback_points set satisfaction = 'Lost' returning 1) select count(*) from gone");
        await Platform.Daemon.RebuildProjectionAsync("FeedbackPoints");
        await Platform.Daemon.RebuildProjectionAsync("CollationPage");

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
    }

    private Task ReachAsync(string reference, int point, DateOnly on) =>
        Platform.FeedbackPoints.RecordPointReachedAsync(new RecordPointReached(reference, point, on), Officer, default);

    private Task RateAsync(string reference, int point, Satisfaction satisfaction) =>
        Platform.FeedbackPoints.GiveSatisfactionAsync(new GiveSatisfaction(reference, point, satisfaction), Story.Parent with { OccurredAt = Officer.OccurredAt }, default);
}
