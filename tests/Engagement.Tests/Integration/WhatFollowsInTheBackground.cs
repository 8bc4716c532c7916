using Engagement.Feedback;
using Engagement.Journeys;
using Engagement.Metrics;
using Engagement.Surveys;

namespace Engagement.Tests.Integration;

public sealed class WhatFollowsInTheBackground : PlatformTest
{
    [Fact]
    public async Task The_officers_list_shows_each_view_in_words_newest_first()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        foreach (var key in new[] { "a", "b", "c" })
            await Platform.SubmitAsync(wave, key, $"What {key} said");

        await Platform.CatchUpAsync();
        var first = await Platform.Views.ListAsync(new CodingBoardFilter(consultation), ViewOrder.Newest, null, 2, default);
        var rest = await Platform.Views.ListAsync(new CodingBoardFilter(consultation), ViewOrder.Newest, CodingBoardReads.PositionOf(first.Items[^1]), 2, default);

        first.Items.Select(v => v.Text).ShouldBe(["What c said", "What b said"]);
        first.HasMore.ShouldBeTrue();
        rest.Items.Select(v => v.Text).ShouldBe(["What a said"]);
        rest.HasMore.ShouldBeFalse();
        first.Items[0].QuestionText.ShouldBe("What would you change?");
    }

    [Fact]
    public async Task The_list_is_narrowed_to_what_is_still_unread()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var coded = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        var notCodable = Story.ViewOf(await Platform.SubmitAsync(wave, "b"));
        var unread = Story.ViewOf(await Platform.SubmitAsync(wave, "c"));
        await Platform.DecideAsync(consultation, coded);
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(notCodable, "Only a greeting"), Story.Officer, default);

        await Platform.CatchUpAsync();

        (await Platform.Views.ListAsync(new CodingBoardFilter(consultation, ViewState.Unread), ViewOrder.Newest, null, 10, default)).Items.Single().Id.ShouldBe(unread);
        (await Platform.Views.ListAsync(new CodingBoardFilter(consultation, ViewState.Coded), ViewOrder.Newest, null, 10, default)).Items.Single().ThemeIds.Count.ShouldBe(1);
        (await Platform.Views.CountAsync(new CodingBoardFilter(consultation, ViewState.NotCodable), default)).ShouldBe(1);
        (await Platform.Views.CountAsync(new CodingBoardFilter(consultation), default)).ShouldBe(3);
    }

    [Fact]
    public async Task The_metrics_count_what_came_in_by_channel_and_day()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var view = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        await Platform.SubmitAsync(wave, "b", words: "");
        await Platform.Surveys.SubmitAsync(Story.Response(wave, "c") with { Channel = Channel.Api }, Story.Parent, default);
        await Platform.DecideAsync(consultation, view);

        await Platform.CatchUpAsync();
        var metrics = await Platform.Metrics.ForConsultationAsync(consultation, null, default);

        (metrics.Responses, metrics.Views, metrics.ViewsCoded).ShouldBe((3, 2, 1));
        metrics.ResponsesByChannel.ShouldBe([new ChannelCount(Channel.Web, 2), new ChannelCount(Channel.Api, 1)]);
        metrics.ResponsesByDay.ShouldBe([new DayCount(Story.Today, 3)]);
        metrics.AsAtPosition.ShouldBeGreaterThanOrEqualTo(
            await Platform.ScalarAsync<long>("select max(seq_id) from mt_events where type = 'response_submitted_v2'"));
    }

    [Fact]
    public async Task The_metrics_leave_out_what_no_longer_counts()
    {
        const string Acts = "select jsonb_agg(to_jsonb(a) order by act_id, version, part)::text from engagement.acts a";
        var (consultation, wave) = await Platform.OpenAsync();
        var withdrawn = await Platform.SubmitAsync(wave, "a");
        var alone = await Platform.Surveys.SubmitAsync(Story.Response(wave, "b") with { Channel = Channel.Api }, Story.Parent, default);
        await Platform.SubmitAsync(wave, "c");
        await Platform.CatchUpAsync();

        await Platform.Responses.WithdrawAsync(new WithdrawResponse(withdrawn.Reference, withdrawn.Secret), Story.Parent, default);
        await Platform.Responses.VoidAsync(new VoidResponse(alone.ResponseId, VoidReason.Test), Story.Officer, default);
        await Platform.CatchUpAsync();

        var metrics = await Platform.Metrics.ForConsultationAsync(consultation, null, default);
        (metrics.Responses, metrics.Views).ShouldBe((1, 1));
        metrics.ResponsesByChannel.ShouldBe([new ChannelCount(Channel.Web, 1)]);
        metrics.ResponsesByDay.ShouldBe([new DayCount(Story.Today, 1)]);

        var live = await Platform.ScalarAsync<string>(Acts);
        await Platform.Daemon.RebuildProjectionAsync("Acts");
        (await Platform.ScalarAsync<string>(Acts)).ShouldBe(live);
    }

    [Fact]
    public async Task A_consultation_nobody_has_answered_has_metrics_of_nothing()
    {
        var (consultation, _) = await Platform.OpenAsync();

        var metrics = await Platform.Metrics.ForConsultationAsync(consultation, null, default);

        (metrics.Responses, metrics.Views, metrics.ViewsCoded).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task The_journey_goes_from_received_to_told_and_the_contributors_are_counted_once_each()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        var other = await Platform.SubmitAsync(wave, "b");
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(receipt), Story.ViewOf(other));
        await Platform.PublishAsync(loop);

        var first = await Platform.EventAsync<ContributorsTold>();
        first.Data.ShouldBe(new ContributorsTold("tracking page", 2));

        await Platform.ActAsync(loop);
        await Platform.PublishAsync(loop, "You have one contact");
        var second = await Platform.EventAsync<ContributorsTold>(after: first.Sequence);
        second.StreamId.ShouldBe(loop);

        var journey = (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();
        journey.Steps.ShouldAllBe(step => step.At != null);
        journey.Steps.Select(step => step.Detail).ShouldBe(
            [null, null, "Inconsistent messages", "We will", "Each family has a named contact", null, "tracking page"]);
        journey.EntryIds.ShouldBe([loop]);
        (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().State.ShouldBe(LoopState.Told);
    }

    [Fact]
    public async Task A_view_that_is_not_codable_has_been_read()
    {
        var (_, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(Story.ViewOf(receipt), "Only a greeting"), Story.Officer, default);

        await Platform.CatchUpAsync();

        var journey = (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();
        journey.Steps.Where(step => step.At is not null).Select(step => step.Kind).ShouldBe([JourneyStepKind.Received, JourneyStepKind.Read]);
    }

    [Fact]
    public async Task What_was_published_before_a_standstill_is_told_after_it()
    {
        await RestartAsync(runsInBackground: false);
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a");
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(receipt));
        await Platform.PublishAsync(loop);

        await RestartAsync(runsInBackground: true);

        (await Platform.EventAsync<ContributorsTold>()).StreamId.ShouldBe(loop);
    }

    [Fact]
    public async Task Built_again_from_the_log_the_read_models_are_the_same()
    {
        const string Everything =
            """
            select jsonb_build_object(
                'views', (select jsonb_agg(to_jsonb(v) order by v.id) from engagement.views v),
                'acts', (select jsonb_agg(to_jsonb(a) order by a.act_id, a.version, a.part) from engagement.acts a))::text
            """;
        var (consultation, wave) = await Platform.OpenAsync();
        var coded = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        var notCodable = Story.ViewOf(await Platform.SubmitAsync(wave, "b"));
        await Platform.SubmitAsync(wave, "c");
        await Platform.DecideAsync(consultation, coded);
        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(notCodable, "Only a greeting"), Story.Officer, default);
        await Platform.CatchUpAsync();
        var live = await Platform.ScalarAsync<string>(Everything);

        await RestartAsync(runsInBackground: false);
        await Platform.ScalarAsync<long>(
            """
            with views as (delete from engagement.views), acts as (delete from engagement.acts),
                 progress as (delete from mt_event_progression where name in ('Views:All', 'Acts:All'))
            select 1::bigint
            """);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.views")).ShouldBe(0);
        await RestartAsync(runsInBackground: true);
        await Platform.CatchUpAsync();

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
    }
}
