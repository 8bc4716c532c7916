using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Participants;
using Engagement.Privacy;
using Engagement.Surveys;
using Engagement.Tests.Integration;
using Npgsql;

namespace Engagement.Tests.Privacy;

public sealed class WhatErasureLeaves : PlatformTest
{
    private const string Theirs = "zqx71";
    private const string Anothers = "zqx72";

    private PrivacyCommands Privacy => Platform.Get<PrivacyCommands>();

    [Fact]
    public async Task Nothing_of_their_words_is_left_anywhere_and_everything_else_is_as_it_was()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var (_, topic) = await Platform.PublishTopicAsync();
        var person = await Platform.JoinAsync($"A room without {Theirs}");
        var receipt = await Platform.SubmitAsync(wave, "a", $"We wait for {Theirs} all year", person);
        var other = await Platform.SubmitAsync(wave, "b", $"We wait for {Anothers} all year");
        var post = await Platform.PostAsync(topic, $"Nobody speaks of {Theirs} here", ErasureStory.As(person));
        await Platform.ReleaseAsync(post.Id);
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(receipt), Story.ViewOf(other));
        await Platform.PublishAsync(loop);
        await Platform.EventAsync<ContributorsTold>();
        await Platform.Feedback.AskForConfirmationAsync(new AskForConfirmation(loop), Story.Officer, default);
        await Platform.Feedback.GiveConfirmationAsync(
            new GiveConfirmation(loop, receipt.Reference, receipt.Secret, ConfirmationAnswer.Partly, $"Better, but {Theirs} is missing"), Story.Parent, default);
        await Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default);
        await Platform.CatchUpAsync();
        (await Platform.FindAsync(Theirs)).ShouldBe(["engagement.views.text", "engagement.views.words"], ignoreOrder: true);
        var figures = await FiguresAsync();
        var log = await LogAsync();

        await Platform.EraseAsync(person);
        await HandledAsync();
        await Platform.CatchUpAsync();

        (await Platform.FindAsync(Theirs)).ShouldBeEmpty();
        (await Platform.FindAsync(Anothers)).ShouldBe(["engagement.views.text", "engagement.views.words"], ignoreOrder: true);
        (await FiguresAsync()).ShouldBe(figures);
        (await LogAsync(upTo: log.Last)).ShouldBe(log);
        (await Platform.ResponseReads.FindOwnAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull()
            .Form.Answers.ShouldAllBe(answer => answer.Text == null);
        (await Platform.Get<ParticipantReads>().FindAsync(person, default)).ShouldNotBeNull().AccessNeeds.ShouldBeEmpty();
        (await Platform.Loops.CommentsAsync(loop, null, 50, default)).Items.ShouldBeEmpty();
        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_exports")).ShouldBe(0);
    }

    [Fact]
    public async Task The_only_quote_beside_an_entry_goes_with_who_wrote_it_and_the_entry_stays()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", $"We wait for {Theirs} all year");
        var loop = await Platform.DecideAsync(consultation, Story.ViewOf(receipt));
        var theme = (await Platform.FeedbackReads.FindLoopAsync(loop, default)).ShouldNotBeNull().ThemeId;
        await Platform.Get<CodingCommands>().QuoteViewAsync(
            new QuoteView(Story.ViewOf(receipt), theme, $"for {Theirs} all"), mayQuote: true, CodingStory.FirstCoder, default);
        await Platform.PublishAsync(loop);
        await Platform.CatchUpAsync();
        (await Platform.Entries.QuotesAsync([loop], default))[loop].ShouldBe([$"for {Theirs} all"]);
        var entry = await Platform.Entries.FindAsync(loop, default);

        await Platform.EraseAsync(await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default), SubjectKind.Response);
        await Platform.CatchUpAsync();

        (await Platform.Entries.QuotesAsync([loop], default))[loop].ShouldBeEmpty();
        var after = (await Platform.Entries.FindAsync(loop, default)).ShouldNotBeNull();
        (after.YouSaid, after.WeDid, after.ViewCount, after.Position).ShouldBe((entry!.YouSaid, entry.WeDid, entry.ViewCount, entry.Position));
        (await Platform.FindAsync(Theirs)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_written_to_them_afterwards()
    {
        var (_, wave) = await Platform.OpenAsync();
        var (_, topic) = await Platform.PublishTopicAsync();
        var person = await Platform.JoinAsync();
        var shown = await Platform.PostShownAsync(topic, "One");
        await Platform.EraseAsync(person);

        var events = await Platform.CountEventsAsync();
        var participants = Platform.Get<ParticipantCommands>();
        (string What, Func<Task> Ask)[] attempts =
        [
            ("need", () => participants.RecordAccessNeedAsync(new RecordAccessNeed(person, "A ramp"), Story.Parent, default)),
            ("permission", () => participants.GivePermissionAsync(new GivePermission(person, Permission.Quote, PermissionGiver.Self), Story.Parent, default)),
            ("answers", () => Platform.SubmitAsync(wave, "a", "Again", person)),
            ("words", () => Platform.PostAsync(topic, "Again", ErasureStory.As(person))),
            ("support", () => Platform.Get<ContributionCommands>().SupportAsync(new SupportContribution(shown.Id), ErasureStory.As(person), default)),
            ("request", () => Privacy.RequestErasureAsync(new RequestErasure(person, SubjectKind.Participant), ErasureStory.As(person), default)),
            ("hold", () => Privacy.SetHoldAsync(
                new SetSafeguardingHold(person, Story.Today.AddDays(9), "A worry"), ForumStories.SafeguardingLead, default)),
            ("export", () => Platform.Get<SubjectExports>().MakeAsync(new(person), Story.Parent, default)),
        ];
        foreach (var (what, ask) in attempts)
            (await Should.ThrowAsync<RuleRefusedException>(ask, what)).Code.ShouldBe("SUBJECT_ERASED", what);

        (await Platform.ScalarAsync<long>($"select count(*) from mt_events where seq_id > {events} and type <> 'contribution_released' and data::text like '%{person}%'"))
            .ShouldBe(0);
    }

    [Fact]
    public async Task Who_has_only_a_receipt_is_erased_by_it()
    {
        var (_, wave) = await Platform.OpenAsync();
        var (_, topic) = await Platform.PublishTopicAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", $"We wait for {Theirs}");
        var post = await Platform.PostAsync(topic, $"And {Theirs} again", ForumStories.Nobody);
        await Platform.CatchUpAsync();

        await Privacy.RequestErasureByReceiptAsync(receipt.Reference, receipt.Secret, Story.Parent, default);
        await Privacy.RequestErasureByReceiptAsync(post.Reference, post.Secret, Story.Parent, default);
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Privacy.RequestErasureByReceiptAsync(receipt.Reference, post.Secret, Story.Parent, default))).Code.ShouldBe("RECEIPT_NOT_FOUND");
        var due = await Platform.Get<PrivacyReads>().ListAsync(isDone: false, null, 10, default);
        due.Items.Select(one => one.Kind).ShouldBe([SubjectKind.Response, SubjectKind.Contributor], ignoreOrder: true);
        foreach (var one in due.Items)
        {
            await Privacy.DecideErasureAsync(
                new DecideErasure(one.SubjectId, ErasureOutcome.Partly, ErasureGround.ArchivingOrStatistics), ErasureStory.Decider, default);
            await Platform.DestroyAsync(one.SubjectId);
        }

        await Platform.CatchUpAsync();
        (await Platform.FindAsync(Theirs)).ShouldBeEmpty();
        (await Platform.Get<PrivacyReads>().ListAsync(isDone: false, null, 10, default)).Items.ShouldBeEmpty();
        (await Platform.Journeys.FindAsync(receipt.Reference, receipt.Secret, default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_view_that_nobody_had_read_keeps_no_report_waiting()
    {
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait");
        await Platform.CatchUpAsync();
        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).UnfinishedViews.ShouldBe(1);

        await Platform.EraseAsync(await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default), SubjectKind.Response);
        await HandledAsync();

        (await Platform.FeedbackReads.ReportReadinessAsync(consultation, default)).UnfinishedViews.ShouldBe(0);
    }

    [Fact]
    public async Task The_list_of_views_built_again_is_the_same()
    {
        const string Views = "select jsonb_agg(to_jsonb(v) order by v.id)::text from engagement.views v";
        var (consultation, wave) = await Platform.OpenAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait");
        var read = await Platform.SubmitAsync(wave, "b", "We are not told");
        await Platform.DecideAsync(consultation, Story.ViewOf(read));
        await Platform.CatchUpAsync();
        foreach (var response in new[] { receipt, read })
            await Platform.EraseAsync(await Platform.Get<ReceiptReads>().SubjectOfAsync(response.ResponseId, default), SubjectKind.Response);

        await HandledAsync();
        await Platform.CatchUpAsync();
        var live = await Platform.ScalarAsync<string>(Views);

        await Platform.Daemon.RebuildProjectionAsync("Views");

        (await Platform.ScalarAsync<string>(Views)).ShouldBe(live);
        live.ShouldNotContain("We wait");
    }

    [Fact]
    public async Task What_was_learnt_from_their_views_is_forgotten_in_every_process()
    {
        var theme = await Platform.OpenThemeAsync(null, "Trust");
        var other = await Platform.CaptureAsync(null, "The bus is late");
        var learnt = await Platform.CaptureAsync(null, "Nobody keeps promises");
        await Platform.CodeAsync(learnt, theme);
        await Platform.CodeAsync(other, theme);
        var waiting = await Platform.CaptureAsync(null, "Promises promises");
        await Platform.CatchUpAsync();
        await using var second = await Platform.StartAsync(ConnectionString, runsInBackground: false);
        foreach (var node in new[] { Platform, second })
            (await SuggestedAsync(node, waiting)).ShouldBe([theme]);

        var subject = (await Platform.FeedbackReads.FindViewStateAsync(learnt, default)).ShouldNotBeNull().Words.Subject;
        await Platform.EraseAsync(subject, SubjectKind.Contributor);
        await Platform.CatchUpAsync();

        foreach (var node in new[] { Platform, second })
            (await SuggestedAsync(node, waiting)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_or_an_open_safeguarding_item_blocks_it()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var person = await Platform.JoinAsync();
        var post = await Platform.PostAsync(topic, "My uncle hits me", ErasureStory.As(person));
        await Platform.GrantAsync(person);

        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.DestroyAsync(person))).Code.ShouldBe("SAFEGUARDING_OPEN");
        await Platform.Get<SafeguardingReads>().OpenAsync(
            SafeguardingItem.IdFor(post.Id, 1), "To decide what to do", ForumStories.SafeguardingLead, default);
        await Platform.Get<SafeguardingCommands>().CloseAsync(
            new CloseSafeguarding(SafeguardingItem.IdFor(post.Id, 1), SafeguardingOutcome.Referred), ForumStories.SafeguardingLead, default);
        await Privacy.SetHoldAsync(new SetSafeguardingHold(person, Story.Today.AddDays(9), "A worry"), ForumStories.SafeguardingLead, default);
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.DestroyAsync(person))).Message
            .ShouldBe($"This record is on hold. The safeguarding lead will review it on {LondonCalendar.Text(Story.Today.AddDays(9))}");
        (await Platform.Get<PrivacyReads>().FindAsync(person, default)).ShouldNotBeNull().HoldReviewOn.ShouldBe(Story.Today.AddDays(9));
        (await Platform.Get<ParticipantReads>().FindAsync(person, default)).ShouldNotBeNull().AccessNeeds.ShouldHaveSingleItem();

        await Privacy.LiftHoldAsync(new LiftSafeguardingHold(person), ForumStories.SafeguardingLead, default);
        await Platform.DestroyAsync(person);
        (await Platform.Get<ParticipantReads>().FindAsync(person, default)).ShouldNotBeNull().AccessNeeds.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_due_first_comes_first_and_the_decider_does_not_destroy()
    {
        var (first, second) = (await Platform.JoinAsync(), await Platform.JoinAsync());
        var now = TimeProvider.System.GetUtcNow();
        await Privacy.RequestErasureAsync(new RequestErasure(first, SubjectKind.Participant), ErasureStory.As(first), default);
        await Privacy.RequestErasureAsync(
            new RequestErasure(second, SubjectKind.Participant), ErasureStory.As(second) with { OccurredAt = now.AddDays(-40) }, default);

        var page = await Platform.Get<PrivacyReads>().ListAsync(isDone: false, null, 1, default);
        page.Items.ShouldHaveSingleItem().SubjectId.ShouldBe(second);
        page.Items[0].IsOverdueOn(Story.Today).ShouldBeTrue();
        page.HasMore.ShouldBeTrue();
        (await Platform.Get<PrivacyReads>().ListAsync(isDone: false, PrivacyReads.PositionOf(page.Items[0]), 1, default)).Items.ShouldHaveSingleItem().SubjectId.ShouldBe(first);

        await Privacy.DecideErasureAsync(new DecideErasure(first, ErasureOutcome.Granted, ErasureGround.Objection), ErasureStory.Decider, default);
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Privacy.DestroyKeyAsync(new DestroySubjectKey(first), ErasureStory.Decider, default))).Code.ShouldBe("SECOND_PERSON_REQUIRED");
    }

    [Fact]
    public async Task Nothing_in_the_log_tells_that_answers_were_one_persons()
    {
        var (_, wave) = await Platform.OpenAsync();
        var person = await Platform.JoinAsync();
        var receipt = await Platform.SubmitAsync(wave, "a", "We wait", person);
        var subject = await Platform.Get<ReceiptReads>().SubjectOfAsync(receipt.ResponseId, default);

        await Platform.EraseAsync(person);

        (await Platform.ScalarAsync<long>("select count(*) from mt_events where type = 'subject_key_destroyed'")).ShouldBe(2);
        (await Platform.ScalarAsync<long>(
            $"select count(*) from mt_events e where e::text like '%{person}%' and (e::text like '%{subject}%' or e::text like '%{receipt.ResponseId}%')")).ShouldBe(0);
        (await Platform.ScalarAsync<long>(
            "select count(*) from (select correlation_id from mt_events where type = 'subject_key_destroyed' and correlation_id is not null group by 1 having count(*) > 1) c"))
            .ShouldBe(0);
    }

    private static async Task<IReadOnlyList<Guid>> SuggestedAsync(Platform node, Guid view) =>
        [.. (await node.Get<ThemeSuggestionReads>().ForViewsAsync([view], default))[view].Select(suggestion => suggestion.ThemeId)];

    /// <summary>All figures: what responses count, what entries say, how the consultations stand.</summary>
    private Task<string> FiguresAsync() => Platform.ScalarAsync<string>(
        """
        select jsonb_build_object(
            'counts', (select jsonb_agg(to_jsonb(c) order by c::text) from engagement.answer_counts c),
            'acts', (select jsonb_agg(to_jsonb(a) order by a::text) from engagement.acts a),
            'themes', (select jsonb_agg(to_jsonb(t) order by t::text) from engagement.view_themes t),
            'entries', (select jsonb_agg(to_jsonb(e) order by e.loop_id) from engagement.entry_words e),
            'loops', (select jsonb_agg(data order by id) from mt_doc_loopcard))::text
        """);

    private async Task<(long Last, string Hash)> LogAsync(long? upTo = null)
    {
        var last = upTo ?? await Platform.ScalarAsync<long>("select max(seq_id) from mt_events");
        return (last, await Platform.ScalarAsync<string>($"select md5(string_agg(e::text, '|' order by e.seq_id)) from mt_events e where e.seq_id <= {last}"));
    }

    private async Task HandledAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var left = Platform.Get<NpgsqlDataSource>().CreateCommand("select count(*) from messaging.envelopes where message_type = 'erase_subject'");
        while ((long)(await left.ExecuteScalarAsync(deadline.Token))! > 0)
            await Task.Delay(20, deadline.Token);
    }
}
