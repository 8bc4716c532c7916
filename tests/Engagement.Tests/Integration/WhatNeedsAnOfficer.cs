using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Metrics;
using Engagement.Surveys;
using Engagement.Workbench;

namespace Engagement.Tests.Integration;

public sealed class WhatNeedsAnOfficer : PlatformTest
{
    private static readonly DateTimeOffset Then = Story.NoonDaysAgo(100);
    private static readonly ConsultationFilter Paused = new(ConsultationState.Paused);

    [Fact]
    public async Task What_waits_is_listed_oldest_first_whichever_module_it_is_of()
    {
        var (closed, _) = await Platform.OpenAsync(Story.Officer with { OccurredAt = Then });
        var (consultation, wave) = await Platform.OpenAsync();
        var unread = Story.ViewOf(await Platform.SubmitAsync(wave, "a"));
        var toPublish = await Platform.DecideAsync(consultation);
        var theme = await Platform.Feedback.OpenThemeAsync(new OpenTheme(null, "Trust", "People lost trust"), Story.Officer, default);
        await Platform.CatchUpAsync();

        var all = await Platform.Workbench.ListAsync(Story.AllWork(Story.Today), null, 10, default);

        all.Items.Select(item => (item.Kind, item.Id)).ShouldBe(
        [
            ("RESPONSE_DUE", closed), ("UNREAD_VIEW", unread), ("DECISION_TO_PUBLISH", toPublish), ("THEME_NEEDS_RESPONSE", theme),
        ]);
        all.Items[0].DueOn.ShouldBe((await Platform.ConsultationReads.FindAsync(closed, default)).ShouldNotBeNull().ResponseDueOn());
        (await Platform.Workbench.ListAsync(Story.AllWork(Story.Today.AddDays(91)), null, 10, default)).Items.ShouldContain(
            item => item.Kind == "COMMITMENT_OVERDUE" && item.Id == toPublish && item.DueOn == Story.Today.AddDays(90));
    }

    [Fact]
    public async Task What_has_been_published_is_to_be_published_again_only_when_it_says_something_else()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        (await ToPublishAsync()).ShouldBe([loop]);
        await Platform.PublishAsync(loop);
        await Platform.Feedback.MakeCommitmentAsync(
            new MakeCommitment(loop, "Letters in plain words", "Assistant director", Story.Today.AddDays(10)), Story.Officer, default);
        (await ToPublishAsync()).ShouldBeEmpty("it is still we will");

        await Platform.Feedback.TakeActionAsync(
            new TakeAction(loop, "Each family has a contact", "https://council.example.test/contacts", Story.Today, [1]), Story.Officer, default);
        (await ToPublishAsync()).ShouldBeEmpty("one promise is open");
        await Platform.Feedback.TakeActionAsync(
            new TakeAction(loop, "Letters are plain", "https://council.example.test/letters", Story.Today, [2]), Story.Officer, default);

        (await ToPublishAsync()).ShouldBe([loop]);

        async Task<Guid[]> ToPublishAsync() =>
        [
            .. (await Platform.Workbench.ListAsync(Story.AllWork(Story.Today), null, 10, default)).Items.Where(i => i.Kind == "DECISION_TO_PUBLISH").Select(i => i.Id),
        ];
    }

    [Fact]
    public async Task A_page_goes_on_where_the_last_one_ended()
    {
        var (_, wave) = await Platform.OpenAsync();
        for (var i = 0; i < 5; i++)
            await Platform.SubmitAsync(wave, $"{i}");

        await Platform.Feedback.OpenThemeAsync(new OpenTheme(null, "Trust", "People lost trust"), Story.Officer, default);
        await Platform.CatchUpAsync();
        var all = (await Platform.Workbench.ListAsync(Story.AllWork(Story.Today), null, 100, default)).Items;

        var seen = new List<WorkItem>();
        Slice<WorkItem> page;
        do
        {
            page = await Platform.Workbench.ListAsync(
                Story.AllWork(later), seen.Count == 0 ? null : Parsed(WorkPosition.Of(seen[^1])), 2, default);
            seen.AddRange(page.Items);
        }
        while (page.HasMore);

        seen.ShouldBe(all);
        seen.Count.ShouldBe(6);
    }

    [Fact]
    public async Task The_overview_says_what_came_in_and_what_blocks_the_report()
    {
        var (consultation, wave) = await Platform.OpenAsync(Story.Officer with { OccurredAt = Then });
        var parent = Story.Parent with { OccurredAt = Then.AddDays(1) };
        var coded = Story.ViewOf(await Platform.Surveys.SubmitAsync(Story.Response(wave, "a"), parent, default));
        var unread = Story.ViewOf(await Platform.Surveys.SubmitAsync(Story.Response(wave, "b") with { Channel = Channel.Api }, parent, default));
        var theme = await Platform.Feedback.OpenThemeAsync(new OpenTheme(consultation, "Trust", "People lost trust"), Story.Officer, default);
        await Platform.Feedback.CodeViewAsync(new CodeView(coded, theme), Story.Officer, default);
        await Platform.CatchUpAsync();

        var overview = await OverviewAsync(consultation);

        overview.State.ShouldBe(ConsultationState.Closed);
        overview.ResponsesByChannel.ShouldBe([new ChannelCount(Channel.Web, 1), new ChannelCount(Channel.Api, 1)]);
        overview.ViewsByAudience.ShouldBe([new AudienceCount(null, 2, 0)]);
        (overview.Views, overview.UnreadViews, overview.Themes, overview.ThemesWithoutResponse).ShouldBe((2, 1, 1, 1));
        overview.BlocksReport.ShouldBe(["1 view is still to be coded", "1 theme still needs a response"]);
        overview.DaysLeftToAnswer.ShouldBeNull();
        overview.DaysLeftToRespond.ShouldBe(-100 + 55 + 84);
        await RefusedAsync(consultation, "VIEWS_UNFINISHED");

        await Platform.Feedback.MarkViewNotCodableAsync(new MarkViewNotCodable(unread, "Only a greeting"), Story.Officer, default);
        await Platform.CatchUpAsync();
        await RefusedAsync(consultation, "THEMES_WITHOUT_RESPONSE");
        var loop = await Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), Story.Officer, default);
        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeCannot, Story.Today, "Director", "No money", "None, for want of money", null), Story.Officer, default);
        await Platform.Consultations.PublishReportAsync(new PublishReport(consultation, "https://council.example.test/report"), Story.Officer, default);

        overview = await OverviewAsync(consultation);
        (overview.BlocksReport.Count, overview.DaysLeftToRespond).ShouldBe((0, null));
        (await Platform.ConsultationReads.FindAsync(consultation, default)).ShouldNotBeNull().Report.ShouldNotBeNull().Version.ShouldBe(1);
    }

    [Fact]
    public async Task The_overview_counts_neither_what_was_taken_back_nor_a_merged_theme()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        await Platform.SubmitAsync(wave, "a");
        await Platform.CaptureAsync(consultation, "Said for my son", Audience.YoungPeople, proxy: true);
        await Platform.WithdrawAsync(Story.ViewOf(await Platform.SubmitAsync(wave, "b")));
        await Platform.MergeAsync(await Platform.OpenThemeAsync(consultation, "Trust"), await Platform.OpenThemeAsync(consultation, "Being trusted"));
        await Platform.CatchUpAsync();

        var overview = await OverviewAsync(consultation);

        overview.ViewsByAudience.ShouldBe([new AudienceCount(Audience.YoungPeople, 0, 1), new AudienceCount(null, 1, 0)]);
        (overview.Views, overview.UnreadViews, overview.Themes, overview.ThemesWithoutResponse).ShouldBe((2, 2, 1, 1));
    }

    [Fact]
    public async Task A_paused_consultation_takes_no_answers_and_a_resumed_one_does()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        await Platform.Consultations.PauseAsync(new PauseConsultation(consultation, "A page was missing"), Story.Officer, default);

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.SubmitAsync(wave, "a"))).Code.ShouldBe("WAVE_CLOSED");
        var paused = await Platform.ConsultationReads.ListAsync(Paused, ConsultationOrder.Newest, false, Story.Today, null, 10, default);
        await Platform.Consultations.ResumeAsync(new ResumeConsultation(consultation, Story.Today.AddDays(55)), Story.Officer, default);
        await Platform.SubmitAsync(wave, "a");

        paused.Items.Select(c => c.Id).ShouldBe([consultation]);
        (await Platform.ConsultationReads.ListAsync(Paused, ConsultationOrder.Newest, false, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
    }

    private async Task<ConsultationOverview> OverviewAsync(Guid consultation) =>
        (await Platform.Get<ConsultationOverviewReads>().FindAsync(consultation, Story.Today, default)).ShouldNotBeNull();

    private async Task RefusedAsync(Guid consultation, string code) =>
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Platform.Consultations.PublishReportAsync(
                new PublishReport(consultation, "https://council.example.test/report"), Story.Officer, default))).Code.ShouldBe(code);
}
