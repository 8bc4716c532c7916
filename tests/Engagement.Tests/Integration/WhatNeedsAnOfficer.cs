using Engagement.Common;
using Engagement.Consultations;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Metrics;
using Engagement.Paper;
using Engagement.Privacy;
using Engagement.Surveys;
using Engagement.Tests.Privacy;
using Engagement.Workbench;

namespace Engagement.Tests.Integration;

public sealed class WhatNeedsAnOfficer : PlatformTest
{
    private static readonly DateTimeOffset Then = Story.NoonDaysAgo(100);
    private static readonly ConsultationFilter Paused = new(ConsultationState.Paused);

    [Fact]
    public async Task What_waits_longest_comes_first_whichever_module_it_is_of()
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
            ("RESPONSE_DUE", closed), ("UNREAD_VIEW", unread), ("DECISION_TO_PUBLISH", toPublish), ("STANDING_THEME", theme),
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
        var (consultation, wave) = await Platform.OpenAsync();
        for (var i = 0; i < 5; i++)
            await Platform.SubmitAsync(wave, $"{i}");

        await Platform.Feedback.OpenThemeAsync(new OpenTheme(null, "Trust", "People lost trust"), Story.Officer, default);

        // Its promise is overdue, and what was decided is not published: two items of one thing, due on one day.
        await Platform.DecideAsync(consultation);
        await Platform.CatchUpAsync();
        var late = Story.Today.AddDays(91);
        var all = (await Platform.Workbench.ListAsync(Story.AllWork(late), null, 100, default)).Items;

        var seen = new List<WorkItem>();
        Slice<WorkItem> page;
        do
        {
            page = await Platform.Workbench.ListAsync(
                Story.AllWork(late), seen.Count == 0 ? null : Parsed(WorkPosition.Of(seen[^1])), 2, default);
            seen.AddRange(page.Items);
        }
        while (page.HasMore);

        seen.ShouldBe(all);
        seen.Select(item => item.Kind).ShouldBe(
        [
            "COMMITMENT_OVERDUE", "DECISION_TO_PUBLISH", "UNREAD_VIEW", "UNREAD_VIEW", "UNREAD_VIEW", "UNREAD_VIEW", "UNREAD_VIEW", "STANDING_THEME",
            "RESPONSE_DUE",
        ]);

        static WorkPosition Parsed(WorkPosition position)
        {
            WorkPosition.TryParse(position.ToString(), out var parsed).ShouldBeTrue();
            return parsed;
        }
    }

    [Fact]
    public async Task Everybody_is_told_of_the_work_that_is_theirs_to_do_and_of_no_other()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        await Platform.SubmitAsync(wave, "a");
        await Platform.DecideAsync(consultation);
        var (forum, topic) = await Platform.PublishTopicAsync();
        var post = await Platform.PostAsync(topic, "We wait too long");
        await Platform.CatchUpAsync();

        (await KindsOfAsync("views.code")).ShouldBe(["UNREAD_VIEW"]);
        (await KindsOfAsync("entries.publish")).ShouldBe(["DECISION_TO_PUBLISH"]);
        (await KindsOfAsync("safeguarding.open")).ShouldBeEmpty();
        (await KindsOfAsync("metrics.read")).ShouldBeEmpty();
        (await ListAsync(new WorkAsker(new HashSet<string> { "contributions.moderate" }, Forums: [Guid.NewGuid()]))).ShouldBeEmpty("it is in another forum");
        var waiting = (await ListAsync(new WorkAsker(new HashSet<string> { "contributions.moderate" }, Forums: [forum]))).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Id, waiting.Title, waiting.ClaimedBy).ShouldBe(("CONTRIBUTION_WAITS", post.Id, "What makes a good review meeting?", null));

        await Platform.Get<ModerationCommands>().ClaimAsync(new ClaimModeration(post.Id), ForumStories.Officer, default);
        (await ListAsync(new WorkAsker(new HashSet<string> { "contributions.moderate" }, Forums: [forum])))[0].ClaimedBy.ShouldBe(ForumStories.Officer.ActorId);

        async Task<string[]> KindsOfAsync(string permission) => [.. (await ListAsync(new WorkAsker(new HashSet<string> { permission }))).Select(item => item.Kind)];
    }

    [Fact]
    public async Task An_appeal_is_other_work_than_a_post()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var post = await Platform.PostAsync(topic, "We wait too long");
        await Platform.RefuseAsync(post.Id);
        await Platform.Get<ContributionCommands>().AppealAsync(new MakeAppeal(post.Id, "It insults nobody"), ForumStories.Parent, default);

        (await ListAsync(new WorkAsker(Story.AnyWork, Forums: [forum]))).Select(item => item.Kind).ShouldBe(["APPEAL_WAITS"]);
    }

    [Fact]
    public async Task What_may_mean_that_somebody_is_at_risk_is_the_safeguarding_leads_and_no_moderators()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        await Platform.PostAsync(topic, "I self-harm");

        (await ListAsync(new WorkAsker(Story.AnyWork, Forums: [forum]))).Select(item => item.Kind).ShouldBe(["SAFEGUARDING_OPEN"]);
    }

    [Fact]
    public async Task What_people_tell_of_their_own_accord_waits_to_be_acknowledged_and_a_complaint_to_be_answered()
    {
        var log = Platform.Get<LogCommands>();
        var complaint = await log.LogAsync(new LogFeedback(FeedbackKind.Complaint, "transport", "The taxi was late", Story.Today, "E07000114"), Story.Officer, default);
        var praise = await log.LogAsync(new LogFeedback(FeedbackKind.Compliment, "therapies", "She listened", Story.Today, null), Story.Officer, default);
        var asker = new WorkAsker(Story.AnyWork);

        (await ListAsync(asker)).Select(item => (item.Kind, item.Title)).ShouldBe(
            [("FEEDBACK_TO_ACKNOWLEDGE", "Complaint: Transport to school or college"), ("FEEDBACK_TO_ACKNOWLEDGE", "Compliment: Therapies")], ignoreOrder: true);
        (await ListAsync(asker with { Districts = ["E07000105"] })).ShouldBeEmpty("they are of other districts");
        foreach (var entry in new[] { complaint, praise })
            await log.AcknowledgeAsync(new AcknowledgeFeedback(entry), Story.Officer, default);
        (await ListAsync(asker)).Select(item => (item.Kind, item.Id)).ShouldBe([("COMPLAINT_TO_ANSWER", complaint)]);

        await log.AnswerAsync(new AnswerFeedback(complaint, "We have spoken with the driver"), Story.Officer, default);
        (await ListAsync(asker)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Drafted_words_wait_for_a_family_reader_and_then_to_be_published()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        var draft = new DraftEntry(loop, "You hear different things", "We will give you one contact");

        await Platform.Feedback.DraftEntryAsync(draft, Story.Officer, default);
        (await KindsAsync()).ShouldBe(["ENTRY_TO_READ"], "nobody else can do anything until it is read");
        await Platform.Feedback.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), Story.Reader, default);
        (await KindsAsync()).ShouldBe(["ENTRY_TO_PUBLISH"]);
        await Platform.Feedback.PublishEntryAsync(new PublishEntry(loop, draft.YouSaid, draft.WeDid), Story.Officer, default);

        (await KindsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task We_will_without_a_promise_is_work_to_promise_and_not_to_publish()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var theme = await Platform.OpenThemeAsync(consultation, "Letters");
        var loop = await Platform.Feedback.OpenLoopAsync(new OpenLoop(theme), Story.Officer, default);
        await Platform.Feedback.RecordDecisionAsync(
            new RecordDecision(loop, DecisionOutcome.WeWill, Story.Today, "Director", "It helps", "None, because there is one letter", null), Story.Officer, default);

        (await KindsAsync()).ShouldBe(["PROMISE_TO_MAKE"]);
        await Platform.Feedback.DraftEntryAsync(new DraftEntry(loop, "Letters are hard", "We will write them anew"), Story.Officer, default);
        await Platform.Feedback.ApproveEntryAsync(new ApproveEntry(loop, FamilyReader.ParentForum), Story.Reader, default);
        (await KindsAsync()).ShouldBe(["PROMISE_TO_MAKE"], "words alone cannot be published");
        await Platform.Feedback.MakeCommitmentAsync(new MakeCommitment(loop, "Letters in plain words", "Assistant director", Story.Today.AddDays(60)), Story.Officer, default);

        (await KindsAsync()).ShouldBe(["ENTRY_TO_PUBLISH"]);
    }

    [Fact]
    public async Task Each_kind_comes_with_what_waited_longest_of_it()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        for (var i = 0; i < 4; i++)
            await Platform.SubmitAsync(wave, $"{i}");

        await Platform.DecideAsync(consultation);
        await Platform.CatchUpAsync();
        var late = Story.AllWork(Story.Today.AddDays(91));

        var groups = await Platform.Workbench.GroupAsync(late, 2, default);

        groups.Select(group => (group.Count.Kind, group.Count.Count, group.First.Count)).ShouldBe(
            [("UNREAD_VIEW", 4, 2), ("COMMITMENT_OVERDUE", 1, 1), ("DECISION_TO_PUBLISH", 1, 1), ("RESPONSE_DUE", 1, 1)], ignoreOrder: true);
        foreach (var group in groups)
            group.First.ShouldBe((await Platform.Workbench.ListAsync(late with { Kinds = [group.Count.Kind] }, null, 2, default)).Items);
        (await Platform.Workbench.GroupAsync(late with { OverdueOnly = true }, 2, default)).Select(group => group.Count.Kind)
            .ShouldBe(["COMMITMENT_OVERDUE", "DECISION_TO_PUBLISH"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_standing_theme_waits_since_somebody_last_made_its_point()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var theme = await Platform.Feedback.OpenThemeAsync(new OpenTheme(null, "Trust", "People lost trust"), Story.Officer with { OccurredAt = Then }, default);
        await Platform.CatchUpAsync();
        (await OfThemeAsync()).Since.ShouldBe(Then);
        await Platform.Feedback.CodeViewAsync(new CodeView(Story.ViewOf(await Platform.SubmitAsync(wave, "I do not trust them")), theme), Story.Officer, default);
        await Platform.CatchUpAsync();

        (await OfThemeAsync()).Since.ShouldBeGreaterThan(Then.AddDays(1));

        async Task<WorkItem> OfThemeAsync() => (await Platform.Workbench.ListAsync(Story.AllWork(Story.Today), null, 20, default)).Items.Single(item => item.Id == theme);
    }

    [Fact]
    public async Task A_rendition_that_is_whole_waits_for_somebody_who_did_not_write_it()
    {
        var author = Story.Officer with { ActorId = Guid.NewGuid() };
        var instrument = await Platform.Surveys.DraftInstrumentAsync(new DraftInstrument("Short breaks"), author, default);
        await Platform.Surveys.AddQuestionAsync(
            new AddQuestion(instrument, "words", QuestionKind.FreeText, "What would help?", null, true, []), author, default);
        await Platform.Surveys.AddQuestionAsync(
            new AddQuestion(instrument, "more", QuestionKind.FreeText, "Is there more?", null, true, []), author, default);
        var easyRead = new RenditionName(RenditionKind.EasyRead, "en");
        await Platform.Surveys.WriteRenditionAsync(
            new WriteRendition(instrument, easyRead, 1, [new("words", "What helps?", null, [], null) { Symbol = "idea" }]), author, default);
        (await ListAsync(new WorkAsker(Story.AnyWork, Guid.NewGuid()))).ShouldBeEmpty("it is not whole");
        await Platform.Surveys.WriteRenditionAsync(
            new WriteRendition(instrument, easyRead, 1, [new("more", "What else?", null, [], null) { Symbol = "idea" }]), author, default);

        var waiting = (await ListAsync(new WorkAsker(Story.AnyWork, Guid.NewGuid()))).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Id, waiting.Title).ShouldBe(("RENDITION_TO_APPROVE", instrument, "Short breaks"));
        (await ListAsync(new WorkAsker(Story.AnyWork, author.ActorId))).ShouldBeEmpty("nobody approves their own words");

        await Platform.Surveys.ApproveRenditionAsync(
            new ApproveRendition(instrument, easyRead, 1, "Youth reader"), Story.Officer with { ActorId = Guid.NewGuid(), ActorRole = "youth-participation-officer" }, default);
        (await ListAsync(new WorkAsker(Story.AnyWork, Guid.NewGuid()))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_loop_is_work_two_weeks_before_its_day()
    {
        var (consultation, _) = await Platform.OpenAsync();
        var loop = await Platform.DecideAsync(consultation);
        await Platform.PublishAsync(loop);

        (await KindsAsync(Story.Today.AddDays(75))).ShouldNotContain("LOOP_DUE");
        (await Platform.Workbench.ListAsync(Story.AllWork(Story.Today.AddDays(76)), null, 10, default)).Items
            .ShouldContain(item => item.Kind == "LOOP_DUE" && item.Id == loop && !item.IsOverdue && item.DueOn == Story.Today.AddDays(90));
        (await KindsAsync(Story.Today.AddDays(91))).ShouldBe(["COMMITMENT_OVERDUE", "RESPONSE_DUE"], "one thing to do is not told twice");
    }

    [Fact]
    public async Task A_request_for_erasure_has_its_clock_and_a_form_on_paper_is_for_another_to_check()
    {
        var (_, wave) = await Platform.OpenAsync();
        var one = Guid.NewGuid();
        var by = new CommandContext("analyst", ActorId: one);
        await Platform.Paper.KeyAsync(
            new KeyPaperForm(wave, "A-1", new PaperSheet(Story.Today, new FilledForm([new("P1", "agree", null)]))), by, default);
        var person = await Platform.JoinAsync();
        await Platform.Get<PrivacyCommands>().RequestErasureAsync(new RequestErasure(person, SubjectKind.Participant), ErasureStory.As(person), default);

        var asker = new WorkAsker(Story.AnyWork, Guid.NewGuid());
        var all = await ListAsync(asker);
        all.Select(item => (item.Kind, item.Title)).ShouldBe([("PAPER_TO_CHECK", "Form A-1"), ("ERASURE_TO_DECIDE", "Request for erasure")], ignoreOrder: true);
        all.Single(item => item.Kind == "ERASURE_TO_DECIDE").DueOn.ShouldNotBeNull().ShouldBeInRange(Story.Today.AddDays(28), Story.Today.AddDays(32));
        (await ListAsync(asker with { Id = one })).Select(item => item.Kind).ShouldBe(["ERASURE_TO_DECIDE"]);
    }

    [Fact]
    public async Task Work_is_counted_by_kind_and_narrowed_by_consultation_kind_and_day()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var (other, _) = await Platform.OpenAsync();
        await Platform.SubmitAsync(wave, "a");
        await Platform.SubmitAsync(wave, "b");
        var loop = await Platform.DecideAsync(other);
        await Platform.CatchUpAsync();
        var late = Story.AllWork(Story.Today.AddDays(91));

        (await CountsAsync(late)).ShouldBe([("UNREAD_VIEW", 2), ("COMMITMENT_OVERDUE", 1), ("DECISION_TO_PUBLISH", 1), ("RESPONSE_DUE", 2)], ignoreOrder: true);
        (await CountsAsync(late with { ConsultationId = consultation })).ShouldBe([("UNREAD_VIEW", 2), ("RESPONSE_DUE", 1)], ignoreOrder: true);
        (await CountsAsync(late with { OverdueOnly = true })).ShouldBe([("COMMITMENT_OVERDUE", 1), ("DECISION_TO_PUBLISH", 1)], ignoreOrder: true);
        (await Platform.Workbench.ListAsync(late with { Kinds = ["DECISION_TO_PUBLISH"] }, null, 10, default)).Items.Select(item => item.Id).ShouldBe([loop]);

        async Task<(string, int)[]> CountsAsync(WorkQuery query) =>
            [.. (await Platform.Workbench.CountAsync(query, default)).Where(count => count.Count > 0).Select(count => (count.Kind, count.Count))];
    }

    private async Task<IReadOnlyList<WorkItem>> ListAsync(WorkAsker asker) =>
        (await Platform.Workbench.ListAsync(new WorkQuery(asker, Story.Today), null, 20, default)).Items;

    private async Task<string[]> KindsAsync(DateOnly? today = null) =>
    [
        .. (await Platform.Workbench.ListAsync(Story.AllWork(today ?? Story.Today), null, 20, default)).Items.Select(item => item.Kind).Order(),
    ];

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
