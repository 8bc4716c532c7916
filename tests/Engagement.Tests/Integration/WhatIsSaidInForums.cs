using Engagement.Common;
using Engagement.Feedback;
using Engagement.Forums;
using Engagement.Releases;
using Engagement.Tests.Forums;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Tests.Integration;

public sealed class WhatIsSaidInForums : PlatformTest
{
    private const string Words = "Meetings start too early for us";

    protected override bool RunsInBackground => false;

    private ThreadReads Threads => Platform.Get<ThreadReads>();

    private ModerationReads Moderation => Platform.Get<ModerationReads>();

    private ModerationCommands Moderate => Platform.Get<ModerationCommands>();

    private ContributionCommands Contribute => Platform.Get<ContributionCommands>();

    private AuthorReads Authors => Platform.Get<AuthorReads>();

    private SafeguardingReads Safeguarding => Platform.Get<SafeguardingReads>();

    [Fact]
    public async Task A_post_waits_is_released_and_is_then_on_the_page_and_a_view()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostAsync(topic, Words);

        posted.State.ShouldBe(ContributionState.Waiting);
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        var waiting = (await QueueAsync(forum)).Items.ShouldHaveSingleItem();
        (waiting.Id, waiting.Text, waiting.State).ShouldBe((posted.Id, Words, ContributionState.Waiting));

        await Platform.ReleaseAsync(posted.Id);

        (await QueueAsync(forum)).Items.ShouldBeEmpty();
        var shown = (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
        (shown.Id, shown.Handle, shown.Text, shown.Supporters).ShouldBe((posted.Id, posted.Handle, Words, null));
        var view = (await ViewAsync(posted.Id, release: 1)).ShouldNotBeNull();
        (view.Source, view.IsWithdrawn, view.State).ShouldBe(
            (new ViewSource(ViewSourceKind.Contribution, posted.Id, null), false, ViewState.Unread));
        (await Platform.FeedbackReads.FindViewAsync(view.Id, default)).ShouldNotBeNull().Text.ShouldBe(Words);
    }

    [Fact]
    public async Task Topics_of_all_forums_are_found_by_forum_age_state_and_words_and_read_page_by_page_in_either_order()
    {
        var (forum, first) = await Platform.PublishTopicAsync();
        var (_, elsewhere) = await Platform.PublishTopicAsync();
        var (from, to) = (Story.Today.AddDays(7), Story.Today.AddDays(30));
        var coming = await Platform.Get<ForumCommands>().PublishTopicAsync(
            new PublishTopic(forum, "Is 100% of the bus_fare paid?", "About getting to school.", from, to, null), ForumStories.Officer, default);
        var (_, ofTheYoung) = await Platform.PublishTopicAsync(ageBand: ForumAgeBand.Under18);

        (await FoundAsync(new TopicFilter())).ShouldBe([ofTheYoung, coming, elsewhere, first]);
        (await FoundAsync(new TopicFilter(), TopicOrder.Oldest)).ShouldBe([first, elsewhere, coming, ofTheYoung]);
        (await FoundAsync(new TopicFilter(AgeBand: ForumAgeBand.Under18))).ShouldBe([ofTheYoung]);
        (await FoundAsync(new TopicFilter(AgeBand: ForumAgeBand.EighteenAndOver))).ShouldBe([coming, elsewhere, first]);
        (await FoundAsync(new TopicFilter(ForumId: forum))).ShouldBe([coming, first]);
        (await FoundAsync(new TopicFilter(State: TopicState.Coming))).ShouldBe([coming]);
        (await FoundAsync(new TopicFilter(State: TopicState.Open))).ShouldBe([ofTheYoung, elsewhere, first]);
        (await FoundAsync(new TopicFilter(State: TopicState.Open), on: from)).ShouldBe([ofTheYoung, coming, elsewhere, first]);
        (await FoundAsync(new TopicFilter(State: TopicState.Closed), on: to.AddDays(1))).ShouldBe([coming]);
        (await FoundAsync(new TopicFilter(Words: "getting TO"))).ShouldBe([coming]);
        (await FoundAsync(new TopicFilter(Words: "100% of the bus_"))).ShouldBe([coming]);
        (await FoundAsync(new TopicFilter(Words: "r_view"))).ShouldBeEmpty("an underscore is an underscore");
    }

    [Fact]
    public async Task A_post_that_is_refused_leaves_nothing_behind()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var keys = await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys");

        await Should.ThrowAsync<RuleRefusedException>(() => Contribute.PostAsync(
            new PostContribution(topic, "key", Words, District: "Atlantis"), ForumStories.Nobody, default));

        (await Platform.ScalarAsync<long>("select count(*) from engagement.subject_keys")).ShouldBe(keys);
    }

    [Fact]
    public async Task In_a_forum_moderated_after_posting_what_is_shown_waits_to_be_looked_at()
    {
        var (forum, topic) = await Platform.PublishTopicAsync(moderation: ModerationMode.AfterShown);
        var posted = await Platform.PostAsync(topic, Words);

        posted.State.ShouldBe(ContributionState.Released);
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem().Text.ShouldBe(Words);
        (await ViewAsync(posted.Id, 1)).ShouldNotBeNull();
        (await QueueAsync(forum)).Items.ShouldHaveSingleItem().State.ShouldBe(ContributionState.Released);

        await Platform.ReleaseAsync(posted.Id);

        (await QueueAsync(forum)).Items.ShouldBeEmpty();
        (await Moderation.HistoryAsync(posted.Id, ForumStories.Officer.Acting(), default)).Select(entry => (entry.Kind, entry.Role))
            .ShouldBe([(LedgerEntryKind.Released, "system"), (LedgerEntryKind.Reviewed, "participation-officer")]);
    }

    [Fact]
    public async Task What_a_reader_reports_waits_for_a_moderator_who_sees_why_and_not_who()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);

        await Contribute.ReportAsync(new ReportContribution(posted.Id, ReportReason.NamesSomebody), ForumStories.Nobody, default);

        (await QueueAsync(forum)).Items.ShouldHaveSingleItem().State.ShouldBe(ContributionState.Released);
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
        var last = (await Moderation.HistoryAsync(posted.Id, ForumStories.Officer.Acting(), default))[^1];
        (last.Kind, last.ReasonClass, last.Role).ShouldBe((LedgerEntryKind.Reported, "NamesSomebody", "reader"));

        await Platform.ReleaseAsync(posted.Id);
        (await QueueAsync(forum)).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_forum_has_the_words_its_body_gives_it_and_the_topics_it_puts_first()
    {
        var (forum, first) = await Platform.PublishTopicAsync();
        var (_, elsewhere) = await Platform.PublishTopicAsync();
        var forums = Platform.Get<ForumCommands>();
        var reads = Platform.Get<ForumReads>();

        await forums.RewordAsync(new RewordForum(forum, "The coast", "For parents near the coast"), ForumStories.Officer, default);
        await forums.PinTopicAsync(new PinTopic(first, true), ForumStories.Officer, default);
        await forums.PinTopicAsync(new PinTopic(elsewhere, true), ForumStories.Officer, default);
        await forums.PinTopicAsync(new PinTopic(elsewhere, false), ForumStories.Officer, default);

        var page = (await reads.FindAsync(forum, default)).ShouldNotBeNull();
        (page.Title, page.Purpose).ShouldBe(("The coast", "For parents near the coast"));
        var pinned = await reads.PinnedByForumAsync([forum, (await reads.FindTopicAsync(elsewhere, default))!.ForumId], default);
        pinned.ShouldHaveSingleItem().ShouldHaveSingleItem().Id.ShouldBe(first);
    }

    [Fact]
    public async Task An_edit_takes_the_view_back_and_the_next_release_captures_a_new_one()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);

        await Contribute.EditAsync(new EditContribution(posted.Id, "Meetings start too late"), ForumStories.Parent, default);
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        (await ViewAsync(posted.Id, 1)).ShouldNotBeNull().IsWithdrawn.ShouldBeTrue();
        await Platform.ReleaseAsync(posted.Id);

        var shown = (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
        (shown.Text, shown.IsEdited).ShouldBe(("Meetings start too late", true));
        (await ViewAsync(posted.Id, 2)).ShouldNotBeNull().IsWithdrawn.ShouldBeFalse();

        await Contribute.WithdrawAsync(new WithdrawContribution(posted.Id), ForumStories.Parent, default);
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        (await ViewAsync(posted.Id, 2)).ShouldNotBeNull().IsWithdrawn.ShouldBeTrue();
    }

    [Fact]
    public async Task A_possible_disclosure_goes_to_the_safeguarding_lead_and_then_takes_two_people()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostAsync(topic, "My uncle hits me");

        posted.Help.ShouldContain(line => line.Contains("0800 1111", StringComparison.Ordinal));
        var queued = (await QueueAsync(forum)).Items.ShouldHaveSingleItem();
        (queued.IsWithSafeguardingLead, queued.IsFlagged, queued.Text, queued.HeldFor, queued.Marks.Count).ShouldBe((true, true, null, null, 0));
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ReleaseAsync(posted.Id))).Code.ShouldBe("WITH_SAFEGUARDING_LEAD");

        var item = (await Safeguarding.OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 10, default)).Items.ShouldHaveSingleItem();
        (item.Source.Id, item.Cause, item.State, item.TimesOpened).ShouldBe((posted.Id, SafeguardingCause.WordList, SafeguardingState.Raised, 0));
        (await Should.ThrowAsync<RuleRefusedException>(() => Safeguarding.OpenAsync(item.Id, "Curious", ForumStories.Officer, default)))
            .Code.ShouldBe("NOT_THE_SAFEGUARDING_LEAD");
        (await Safeguarding.OpeningsAsync(item.Id, ForumStories.SafeguardingLead.Acting(), default)).ShouldBeEmpty();
        var words = await Safeguarding.OpenAsync(item.Id, "To decide what to do", ForumStories.SafeguardingLead, default);
        words.Text.ShouldBe("My uncle hits me");
        var opening = (await Safeguarding.OpeningsAsync(item.Id, ForumStories.SafeguardingLead.Acting(), default)).ShouldHaveSingleItem();
        (opening.Actor, opening.Role, opening.Reason)
            .ShouldBe((ForumStories.SafeguardingLead.ActorId!.Value, "safeguarding-lead", "To decide what to do"));

        await Platform.Get<SafeguardingCommands>().CloseAsync(
            new CloseSafeguarding(item.Id, SafeguardingOutcome.NoConcern), ForumStories.SafeguardingLead, default);
        (await Safeguarding.OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 10, default)).Items.ShouldBeEmpty();
        (await QueueAsync(forum)).Items.ShouldHaveSingleItem().Text.ShouldBe("My uncle hits me");

        await Platform.ReleaseAsync(posted.Id);
        (await QueueAsync(forum)).Items.ShouldHaveSingleItem().IsHalfReleased.ShouldBeTrue();
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ReleaseAsync(posted.Id))).Code.ShouldBe("SECOND_PERSON_REQUIRED");
        await Platform.ReleaseAsync(posted.Id, ForumStories.OtherOfficer);

        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_moderators_worry_reaches_the_safeguarding_lead_with_their_note()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, "Nobody would miss me");

        await Moderate.HoldAsync(
            new HoldContribution(posted.Id, HoldReason.PossibleDisclosure, "Someone will read this with care", "Please call today"),
            ForumStories.Officer,
            default);

        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        (await ViewAsync(posted.Id, 1)).ShouldNotBeNull().IsWithdrawn.ShouldBeTrue();
        var item = (await Safeguarding.OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 10, default)).Items.ShouldHaveSingleItem();
        var words = await Safeguarding.OpenAsync(item.Id, "To decide what to do", ForumStories.SafeguardingLead, default);
        (words.Text, words.Note).ShouldBe(("Nobody would miss me", "Please call today"));
        var own = await OwnAsync(posted.AuthorId);
        (own.State, own.Reason, own.Help.Count).ShouldBe((ContributionState.Held, "Someone will read this with care", GetHelp.Lines.Count));
    }

    [Fact]
    public async Task The_council_does_not_look_into_kent_pacts_forum_nor_anyone_else_into_an_under_18_forum()
    {
        var (pact, topic) = await Platform.PublishTopicAsync(ForumStories.Coordinator, ForumOwner.KentPact);
        var (youth, _) = await Platform.PublishTopicAsync(ageBand: ForumAgeBand.Under18);
        var posted = await Platform.PostAsync(topic, Words);

        (await Should.ThrowAsync<RuleRefusedException>(() => QueueAsync(pact))).Message.ShouldBe("Kent PACT runs this forum. You can see what it publishes");
        (await Should.ThrowAsync<RuleRefusedException>(() => Moderation.LedgerAsync(pact, ForumStories.Officer.Acting(), LedgerFilter.Everything, null, 10, default)))
            .Code.ShouldBe("NOT_THE_OWNER");
        (await Should.ThrowAsync<RuleRefusedException>(() => Moderation.HistoryAsync(posted.Id, ForumStories.Officer.Acting(), default)))
            .Code.ShouldBe("NOT_THE_OWNER");
        (await Should.ThrowAsync<RuleRefusedException>(() => QueueAsync(youth))).Message.ShouldBe("Only named facilitators can moderate this space");
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ReleaseAsync(posted.Id))).Code.ShouldBe("NOT_THE_OWNER");

        await Platform.ReleaseAsync(posted.Id, ForumStories.Coordinator);

        // What Kent PACT publishes, all may read.
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_author_without_an_account_comes_back_with_the_receipt_and_appeals()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostAsync(topic, Words, ForumStories.Nobody);
        await Platform.RefuseAsync(posted.Id);

        (await Authors.FindByReceiptAsync(posted.Reference, "WRONG-SECRET", default)).ShouldBeNull();
        var author = (await Authors.FindByReceiptAsync(posted.Reference.ToLowerInvariant(), posted.Secret, default)).ShouldNotBeNull();
        var own = await OwnAsync(author);
        (own.Text, own.State, own.ReasonClass, own.Reason, own.MayAppeal)
            .ShouldBe((Words, ContributionState.Refused, "Abusive", "It insults a group of people", true));

        await Contribute.AppealAsync(new MakeAppeal(posted.Id, "I insulted nobody"), ForumStories.Nobody with { ActorId = author }, default);
        var queued = (await QueueAsync(forum)).Items.ShouldHaveSingleItem();
        (queued.IsAppeal, queued.AppealText).ShouldBe((true, "I insulted nobody"));
        await Moderate.DecideAppealAsync(new DecideAppeal(posted.Id, AppealOutcome.Overturned, "It is blunt, no more"), ForumStories.OtherOfficer, default);

        own = await OwnAsync(author);
        (own.State, own.IsShown, own.Appeal, own.AppealReason, own.MayAppeal)
            .ShouldBe((ContributionState.Released, true, AppealState.Overturned, "It is blunt, no more", false));
        var history = await Moderation.HistoryAsync(posted.Id, ForumStories.Officer.Acting(), default);
        history.Select(entry => (entry.Kind, entry.Role, entry.Person)).ShouldBe(
        [
            (LedgerEntryKind.Refused, "participation-officer", ForumStories.Officer.ActorId),
            (LedgerEntryKind.AppealMade, "author", null),
            (LedgerEntryKind.AppealDecided, "moderator", ForumStories.OtherOfficer.ActorId),
            (LedgerEntryKind.Released, "moderator", ForumStories.OtherOfficer.ActorId),
        ]);
        history.Where(entry => entry.ReversedAt is not null).ShouldHaveSingleItem().Kind.ShouldBe(LedgerEntryKind.Refused);
    }

    [Fact]
    public async Task Every_decision_is_in_the_ledger_newest_first_and_a_reversal_keeps_what_was()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        await Platform.RefuseAsync(posted.Id, ForumStories.OtherOfficer);
        await Moderate.ReverseAsync(new ReverseModeration(posted.Id, "It was meant for another"), ForumStories.Officer, default);

        var first = await Moderation.LedgerAsync(forum, ForumStories.Officer.Acting(), LedgerFilter.Everything, null, 2, default);
        var rest = await Moderation.LedgerAsync(forum, ForumStories.Officer.Acting(), LedgerFilter.Everything, ModerationReads.PositionOf(first.Items[^1]), 10, default);

        first.Items.Concat(rest.Items).Select(entry => (entry.Kind, entry.Reason, IsReversed: entry.ReversedAt is not null)).ShouldBe(
        [
            (LedgerEntryKind.Reversed, "It was meant for another", false),
            (LedgerEntryKind.Refused, "It insults a group of people", true),
            (LedgerEntryKind.Reversed, "It insults a group of people", false),
            (LedgerEntryKind.Released, null, true),
        ]);
        (first.HasMore, rest.HasMore).ShouldBe((true, false));
    }

    [Fact]
    public async Task The_ledger_is_narrowed_to_a_kind_words_of_the_reason_and_days()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        await Platform.RefuseAsync(posted.Id, ForumStories.OtherOfficer);
        var today = Platform.Get<TimeProvider>().LondonToday();

        (await KindsAsync(new LedgerFilter(LedgerEntryKind.Refused))).ShouldBe([LedgerEntryKind.Refused]);
        (await KindsAsync(new LedgerFilter(Words: " GROUP of "))).ShouldBe([LedgerEntryKind.Refused, LedgerEntryKind.Reversed]);
        (await KindsAsync(new LedgerFilter(Words: "100%"))).ShouldBeEmpty();
        (await KindsAsync(new LedgerFilter(From: today, Until: today))).ShouldBe([LedgerEntryKind.Refused, LedgerEntryKind.Reversed, LedgerEntryKind.Released]);
        (await KindsAsync(new LedgerFilter(From: today.AddDays(1)))).ShouldBeEmpty();
        (await KindsAsync(new LedgerFilter(Until: today.AddDays(-1)))).ShouldBeEmpty();

        async Task<IReadOnlyList<LedgerEntryKind>> KindsAsync(LedgerFilter filter) =>
            [.. (await Moderation.LedgerAsync(forum, ForumStories.Officer.Acting(), filter, null, 10, default)).Items.Select(entry => entry.Kind)];
    }

    [Fact]
    public async Task The_queue_has_what_is_flagged_first_then_the_oldest_and_says_who_is_on_what()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var oldest = await Platform.PostAsync(topic, "First");
        var next = await Platform.PostAsync(topic, "Second");
        var flagged = await Platform.PostAsync(topic, "I self-harm");
        await Moderate.ClaimAsync(new ClaimModeration(next.Id), ForumStories.OtherOfficer, default);

        var first = await QueueAsync(forum, limit: 2);
        var rest = await QueueAsync(forum, ModerationReads.PositionOf(first.Items[^1]), 2);

        first.Items.Concat(rest.Items).Select(item => item.Id).ShouldBe([flagged.Id, oldest.Id, next.Id]);
        (first.HasMore, rest.HasMore).ShouldBe((true, false));
        rest.Items[0].ClaimedBy.ShouldBe(ForumStories.OtherOfficer.ActorId);
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ReleaseAsync(next.Id))).Code.ShouldBe("CLAIMED_BY_ANOTHER");
        var later = await Moderation.QueueAsync(
            forum, ForumStories.Officer.Acting(), QueueFilter.Everything, DateTimeOffset.UtcNow + ClaimModeration.Lasts + TimeSpan.FromMinutes(1), null, 10, default);
        later.Items.ShouldAllBe(item => item.ClaimedBy == null);
        (await Moderation.CountQueueAsync(forum, ForumStories.Officer.Acting(), QueueFilter.Everything, DateTimeOffset.UtcNow, default)).ShouldBe(3);
        QueuePosition.TryParse(ModerationReads.PositionOf(first.Items[0]).ToString(), out var position).ShouldBeTrue();
        position.ShouldBe(ModerationReads.PositionOf(first.Items[0]));
    }

    [Fact]
    public async Task A_person_has_one_handle_in_a_forum_and_another_in_the_next()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var (_, elsewhere) = await Platform.PublishTopicAsync();

        var first = await Platform.PostAsync(topic, "One");
        var again = await Platform.PostAsync(topic, "Two");
        var other = await Platform.PostAsync(topic, "Three", ForumStories.OtherParent);
        var moved = await Platform.PostAsync(elsewhere, "Four");

        again.Handle.ShouldBe(first.Handle);
        other.Handle.ShouldNotBe(first.Handle);
        moved.Handle.ShouldNotBe(first.Handle);
    }

    [Fact]
    public async Task The_same_post_sent_again_gets_the_same_receipt()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();

        var first = await Platform.PostAsync(topic, Words, ForumStories.Nobody, key: "once");
        var again = await Platform.PostAsync(topic, Words, ForumStories.Nobody, key: "once");

        (again.Id, again.AuthorId, again.Handle, again.Reference, again.Secret, again.State)
            .ShouldBe((first.Id, first.AuthorId, first.Handle, first.Reference, first.Secret, first.State));
        (await QueueAsync(forum)).Items.ShouldHaveSingleItem();
        await Should.ThrowAsync<IdempotencyKeyReusedException>(() => Platform.PostAsync(topic, "Other words", ForumStories.Nobody, key: "once"));
    }

    [Fact]
    public async Task A_repeat_after_the_topic_has_closed_is_told_where_to_get_help_as_the_first_was()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var first = await Platform.PostAsync(topic, "My uncle hits me", key: "once");
        await Platform.Get<ForumCommands>().CloseTopicAsync(new CloseTopic(topic, "Enough was said"), ForumStories.Officer, default);

        var again = await Platform.PostAsync(topic, "My uncle hits me", key: "once");

        (again.Id, again.State, again.Reason).ShouldBe((first.Id, ContributionState.Held, Screening.DisclosureFound));
        again.Help.ShouldBe(GetHelp.Lines);
    }

    [Fact]
    public async Task Of_two_who_release_at_the_same_moment_the_slower_is_told_that_it_is_done()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostAsync(topic, Words);
        var release = new ReleaseContribution(posted.Id);
        var on = new ModerationCase(ForumStory.CouncilForum, ForumStories.OtherOfficer.Acting(), DateTimeOffset.UtcNow, IsWithSafeguardingLead: false);

        var slower = await Should.ThrowAsync<RuleRefusedException>(() => Platform.Get<CommandRunner>().ChangeAsync<Contribution>(
            posted.Id,
            "contribution",
            release,
            ForumStories.OtherOfficer,
            c => ReleaseContribution.Decide(release, OvertakenOnce(c), on),
            ContributionStreams.WriteOthers,
            default));

        slower.Code.ShouldBe("ALREADY_DECIDED");
        (await ViewAsync(posted.Id, 2)).ShouldBeNull();
    }

    [Fact]
    public async Task Posts_and_comments_are_read_page_by_page_and_comments_go_with_their_post()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posts = new List<Guid>();
        for (var i = 0; i < 3; i++)
            posts.Add((await Platform.PostShownAsync(topic, $"Post {i}")).Id);

        for (var i = 0; i < 3; i++)
            await Platform.PostShownAsync(topic, $"Comment {i}", ForumStories.OtherParent, posts[0]);

        await Platform.PostAsync(topic, "A comment that waits", ForumStories.OtherParent, posts[0]);

        var first = await Threads.PostsAsync(topic, Story.Today, null, 2, default);
        var rest = await Threads.PostsAsync(topic, Story.Today, ThreadReads.PositionOf(first.Items[^1]), 2, default);
        first.Items.Concat(rest.Items).Select(post => post.Text).ShouldBe(["Post 0", "Post 1", "Post 2"]);
        (first.HasMore, rest.HasMore).ShouldBe((true, false));

        var below = await Threads.CommentsByPostAsync(posts, Story.Today, 2, default);
        below.Keys.ShouldBe([posts[0]]);
        (string.Join(", ", below[posts[0]].Items.Select(comment => comment.Text)), below[posts[0]].HasMore).ShouldBe(("Comment 0, Comment 1", true));
        var more = await Threads.CommentsAsync(posts[0], Story.Today, ThreadReads.PositionOf(below[posts[0]].Items[^1]), 10, default);
        more.Items.ShouldHaveSingleItem().Text.ShouldBe("Comment 2");

        await Platform.RefuseAsync(posts[0]);

        (await Threads.CommentsAsync(posts[0], Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        (await Threads.CommentsByPostAsync(posts, Story.Today, 2, default)).ShouldBeEmpty();
        var own = await Authors.ListAsync(ForumStories.OtherParent.ActorId!.Value, null, 1, default);
        own.HasMore.ShouldBeTrue();
        (await Authors.ListAsync(ForumStories.OtherParent.ActorId.Value, AuthorReads.PositionOf(own.Items[0]), 10, default)).Items
            .ShouldAllBe(comment => comment.State == ContributionState.Released && !comment.IsShown);
    }

    [Fact]
    public async Task Support_counts_from_the_next_day_and_from_ten_on()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        for (var i = 0; i < 12; i++)
        {
            var reader = new CommandContext("participant", ActorId: Guid.NewGuid());
            await Contribute.SupportAsync(new SupportContribution(posted.Id), reader, default);
            await Contribute.SupportAsync(new SupportContribution(posted.Id), reader, default);
        }

        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem().Supporters.ShouldBeNull();
        (await Threads.PostsAsync(topic, Story.Today.AddDays(1), null, 10, default)).Items.ShouldHaveSingleItem().Supporters.ShouldBe(10);
        (await Platform.ScalarAsync<long>("select count(*) from engagement.contribution_supports")).ShouldBe(12);
    }

    [Fact]
    public async Task The_transparency_report_counts_what_became_of_a_months_contributions()
    {
        var september = new DateTimeOffset(2024, 9, 24, 9, 0, 0, TimeSpan.Zero);
        var (forum, topic) = await Platform.PublishTopicAsync(ForumStories.Officer with { OccurredAt = september });
        CommandContext At(CommandContext context, int hours) => context with { OccurredAt = september.AddHours(hours) };

        var released = await Platform.PostAsync(topic, "One", At(ForumStories.Parent, 0));
        await Platform.ReleaseAsync(released.Id, At(ForumStories.Officer, 2));
        var held = await Platform.PostAsync(topic, "Ring me: 07700 900123", At(ForumStories.Parent, 0));
        await Moderate.ReturnAsync(
            new ReturnContribution(held.Id, ReturnReason.ContactDetails, "Leave out the number"), At(ForumStories.Officer, 4), default);
        var refused = await Platform.PostAsync(topic, "Three", At(ForumStories.Parent, 0));
        await Platform.RefuseAsync(refused.Id, At(ForumStories.Officer, 6));
        await Contribute.AppealAsync(new MakeAppeal(refused.Id, "Look again"), At(ForumStories.Parent, 7), default);
        await Moderate.DecideAppealAsync(new DecideAppeal(refused.Id, AppealOutcome.Upheld, "It stands"), At(ForumStories.OtherOfficer, 8), default);
        await Moderate.ReverseAsync(new ReverseModeration(released.Id, "A child is named"), At(ForumStories.Officer, 9), default);
        await Platform.PostAsync(topic, "Undecided", At(ForumStories.Parent, 0));
        await Platform.PostAsync(topic, "In October, as London counts", At(ForumStories.Parent, 24 * 6 + 14));

        var reads = Platform.Get<TransparencyReads>();
        var source = Platform.Services.GetServices<IReleaseFigures>().Single(one => one.Kind == ReleaseKind.ForumMonth);
        var moment = new LogMoment(TimeProvider.System.GetUtcNow().AddMinutes(1), await Platform.CountEventsAsync());
        var tables = await source.TablesAsync(ReleaseSubject.OfForum(forum, new DateOnly(2024, 9, 1)), moment, default);
        tables.ShouldNotBeNull().Select(table => (table.Name, string.Join(' ', table.Counts.SelectMany(row => row)))).ShouldBe(
        [
            ("released at first", "1 3"), ("held", "1 3"), ("returned", "1 3"), ("refused", "1 3"), ("refused because", "1 0 0 0 0 0"), ("appealed", "1 3"), ("appeal", "0 1 0"),
            ("reversed", "1 3"), ("looked at by a person", "3 0 0 1"),
        ]);

        var report = await reads.ListAsync(forum, new DateOnly(2024, 10, 31), null, 10, default);
        var shown = report.Items.ShouldHaveSingleItem("October is not over");
        (shown.Month, shown.State, shown.Received).ShouldBe((new DateOnly(2024, 9, 1), TransparencyState.BeingChecked, null));
        var first = await reads.ListAsync(forum, new DateOnly(2024, 11, 1), null, 1, default);
        (first.Items.ShouldHaveSingleItem().Month, first.HasMore).ShouldBe((new DateOnly(2024, 10, 1), true));
        (await reads.ListAsync(forum, new DateOnly(2024, 11, 1), new DateOnly(2024, 10, 1), 10, default)).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobodys_words_are_in_the_database_and_when_the_key_is_gone_they_are_gone()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        await Platform.RefuseAsync(posted.Id);
        await Contribute.AppealAsync(new MakeAppeal(posted.Id, "Meetings at dawn"), ForumStories.Parent, default);
        await Platform.PostAsync(topic, "My uncle hits me");

        var everything = await Platform.ScalarAsync<string>(
            """
            select concat_ws(' ',
                (select string_agg(e::text, ' ') from mt_events e), (select string_agg(k::text, ' ') from mt_idempotency_keys k),
                (select string_agg(c::text, ' ') from engagement.contributions c), (select string_agg(s::text, ' ') from engagement.safeguarding_items s),
                (select string_agg(l::text, ' ') from engagement.moderation_ledger l))
            """);
        everything.ShouldContain(posted.Handle);
        everything.ShouldNotContain("Meetings");
        everything.ShouldNotContain("uncle");
        everything.ShouldNotContain(posted.Secret);

        await Platform.ScalarAsync<long>("with erased as (delete from engagement.subject_keys returning 1) select count(*) from erased");

        (await QueueAsync(forum)).Items.ShouldAllBe(item => item.Text == null && item.AppealText == null);
        (await Authors.ListAsync(posted.AuthorId, null, 10, default)).Items.ShouldAllBe(own => own.Text == null);
        (await Should.ThrowAsync<RuleRefusedException>(
            () => Contribute.EditAsync(new EditContribution(posted.Id, "Again"), ForumStories.Parent, default))).Code.ShouldBe("AUTHOR_ERASED");
    }

    [Fact]
    public async Task Two_first_words_of_one_person_at_the_same_moment_are_both_readable()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();

        await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Platform.PostAsync(topic, $"Word {i}")));

        (await QueueAsync(forum)).Items.Select(item => item.Text).Order().ShouldBe(["Word 1", "Word 2", "Word 3", "Word 4", "Word 5", "Word 6"]);
    }

    [Theory]
    [InlineData("Contributions")]
    [InlineData("SafeguardingItems")]
    [InlineData("ForumPage")]
    [InlineData("TopicPage")]
    public async Task Built_again_from_the_log_it_is_the_same(string projection)
    {
        const string Everything =
            """
            select jsonb_build_object(
                'contributions', (select jsonb_agg(to_jsonb(c) order by c.id) from engagement.contributions c),
                'supports', (select jsonb_agg(to_jsonb(s) order by s.contribution_id, s.participant_id) from engagement.contribution_supports s),
                'ledger', (select jsonb_agg(to_jsonb(l) order by l.contribution_id, l.version) from engagement.moderation_ledger l),
                'safeguarding', (select jsonb_agg(to_jsonb(i) order by i.id) from engagement.safeguarding_items i),
                'forums', (select jsonb_agg(data order by id) from mt_doc_forumpage),
                'topics', (select jsonb_agg(data order by id) from mt_doc_topicpage))::text
            """;
        var (forum, topic) = await Platform.PublishTopicAsync();
        await Platform.Get<ForumCommands>().NameFacilitatorAsync(
            new NameFacilitator(forum, ForumStories.OtherOfficer.ActorId!.Value, "moderator", Story.Today), ForumStories.Officer, default);
        var shown = await Platform.PostShownAsync(topic, Words);
        await Contribute.SupportAsync(new SupportContribution(shown.Id), ForumStories.OtherParent, default);
        await Contribute.WithdrawSupportAsync(new WithdrawSupport(shown.Id), ForumStories.OtherParent, default);
        await Contribute.ReportAsync(new ReportContribution(shown.Id, ReportReason.SomebodyInDanger), ForumStories.Nobody, default);
        await Safeguarding.OpenAsync(SafeguardingItem.IdFor(shown.Id, 1), "To decide", ForumStories.SafeguardingLead, default);
        await Platform.Get<SafeguardingCommands>().CloseAsync(
            new CloseSafeguarding(SafeguardingItem.IdFor(shown.Id, 1), SafeguardingOutcome.NoConcern), ForumStories.SafeguardingLead, default);
        await Contribute.EditAsync(new EditContribution(shown.Id, "Ring me: 07700 900123"), ForumStories.Parent, default);
        await Platform.ReleaseAsync(shown.Id, reason: "It is a made-up number");
        await Moderate.ReturnAsync(new ReturnContribution(shown.Id, ReturnReason.Other, "Say more"), ForumStories.OtherOfficer, default);
        var refused = await Platform.PostAsync(topic, "Two");
        await Moderate.ClaimAsync(new ClaimModeration(refused.Id), ForumStories.Officer, default);
        await Platform.RefuseAsync(refused.Id);
        await Contribute.AppealAsync(new MakeAppeal(refused.Id, "Look again"), ForumStories.Parent, default);
        await Moderate.DecideAppealAsync(new DecideAppeal(refused.Id, AppealOutcome.Overturned, "r"), ForumStories.OtherOfficer, default);
        await Contribute.WithdrawAsync(new WithdrawContribution(refused.Id), ForumStories.Parent, default);
        var flagged = await Platform.PostAsync(topic, "My uncle hits me");
        var item = SafeguardingItem.IdFor(flagged.Id, 1);
        await Safeguarding.OpenAsync(item, "To decide what to do", ForumStories.SafeguardingLead, default);
        await Platform.Get<SafeguardingCommands>().CloseAsync(
            new CloseSafeguarding(item, SafeguardingOutcome.Referred), ForumStories.SafeguardingLead, default);
        await Platform.ReleaseAsync(flagged.Id);
        await Platform.Get<ForumCommands>().CloseTopicAsync(new CloseTopic(topic, "Enough was said"), ForumStories.Officer, default);
        var live = await Platform.ScalarAsync<string>(Everything);

        await Platform.Daemon.RebuildProjectionAsync(projection);

        (await Platform.ScalarAsync<string>(Everything)).ShouldBe(live);
    }

    // Another moderator releases it between the look and the decision.
    private Contribution OvertakenOnce(Contribution c)
    {
        if (c.State == ContributionState.Waiting)
            Platform.ReleaseAsync(c.Id).GetAwaiter().GetResult();

        return c;
    }

    private Task<Slice<QueuedContribution>> QueueAsync(Guid forum, QueuePosition? after = null, int limit = 10) =>
        Moderation.QueueAsync(forum, ForumStories.Officer.Acting(), QueueFilter.Everything, DateTimeOffset.UtcNow, after, limit, default);

    private async Task<OwnContribution> OwnAsync(Guid author) => (await Authors.ListAsync(author, null, 10, default)).Items.ShouldHaveSingleItem();

    private async Task<View?> ViewAsync(Guid contribution, int release)
    {
        await using var session = Platform.Store.QuerySession();
        return await session.Events.AggregateStreamAsync<View>(Contribution.ViewIdFor(contribution, release));
    }

    /// <summary>All that are found, read one at a time.</summary>
    private async Task<List<Guid>> FoundAsync(TopicFilter filter, TopicOrder order = TopicOrder.Newest, DateOnly? on = null)
    {
        var reads = Platform.Get<ForumReads>();
        var found = new List<Guid>();
        TimePosition? after = null;
        while (true)
        {
            var slice = await reads.ListTopicsAsync(filter, order, on ?? Story.Today, after, 1, default);
            found.AddRange(slice.Items.Select(topic => topic.Id));
            if (!slice.HasMore)
                return found;
            after = ForumReads.PositionOf(slice.Items[^1]);
        }
    }
}
