using Engagement.Common;
using Engagement.Forums;
using Engagement.LoggedFeedback;
using Engagement.Privacy;
using Engagement.Tests.Privacy;

namespace Engagement.Tests.Integration;

/// <summary>Lists that are narrowed, read together for several things, or continued from a place.</summary>
public sealed class WhatTheApiReadsOfPeople : PlatformTest
{
    private ModerationReads Moderation => Platform.Get<ModerationReads>();

    [Fact]
    public async Task A_queue_is_narrowed_and_why_something_is_with_the_safeguarding_lead_is_not_found_out_by_narrowing_it()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var (other, _) = await Platform.PublishTopicAsync();
        var waiting = await Platform.PostAsync(topic, "First");
        var held = await Platform.PostAsync(topic, "Ring me on 01632 960123");
        var flagged = await Platform.PostAsync(topic, "I self-harm");
        await Platform.Get<ModerationCommands>().ClaimAsync(new ClaimModeration(waiting.Id), ForumStories.OtherOfficer, default);

        (await QueueAsync(forum, new QueueFilter(State: ContributionState.Waiting))).ShouldBe([waiting.Id]);
        (await QueueAsync(forum, new QueueFilter(HeldFor: HoldReason.ContactDetails))).ShouldBe([held.Id]);
        (await QueueAsync(forum, new QueueFilter(HeldFor: HoldReason.PossibleDisclosure))).ShouldBeEmpty();
        (await QueueAsync(forum, new QueueFilter(IsFlagged: true))).ShouldBe([flagged.Id]);
        (await QueueAsync(forum, new QueueFilter(IsClaimed: true))).ShouldBe([waiting.Id]);
        (await QueueAsync(forum, new QueueFilter(topic, IsClaimed: false, IsAppeal: false))).ShouldBe([flagged.Id, held.Id]);
        (await QueueAsync(forum, new QueueFilter(Guid.NewGuid()))).ShouldBeEmpty();
        (await Moderation.CountQueuesAsync([forum, other], default)).ShouldBe(new Dictionary<Guid, int> { [forum] = 3 });

        var lookedAt = await Moderation.FindAsync(flagged.Id, ForumStories.Officer.Acting(), DateTimeOffset.UtcNow, default);
        (lookedAt.Text, lookedAt.HeldFor, lookedAt.Marks.Count, lookedAt.IsWithSafeguardingLead).ShouldBe((null, null, 0, true));
        await Should.ThrowAsync<RuleRefusedException>(() => Moderation.FindAsync(held.Id, ForumStories.Coordinator.Acting(), DateTimeOffset.UtcNow, default));
    }

    [Fact]
    public async Task Once_decided_on_a_contribution_waits_no_more_and_its_moderators_still_find_it()
    {
        var (forum, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, "A quiet room");

        var found = await Moderation.FindAsync(posted.Id, ForumStories.Officer.Acting(), DateTimeOffset.UtcNow, default);

        (found.State, found.QueuedSince, found.Text).ShouldBe((ContributionState.Released, null, "A quiet room"));
        (await Moderation.ForumOfAsync(posted.Id, default)).ShouldBe(forum);
        (await Moderation.ForumOfAsync(Guid.NewGuid(), default)).ShouldBeNull();
        var last = (await Moderation.LedgerAsync(forum, ForumStories.Officer.Acting(), LedgerFilter.Everything, null, 1, default)).Items[0];
        LedgerPosition.TryParse(ModerationReads.PositionOf(last).ToString(), out var position).ShouldBeTrue();
        (await Moderation.LedgerAsync(forum, ForumStories.Officer.Acting(), LedgerFilter.Everything, position, 5, default)).Items.ShouldBeEmpty();
        LedgerPosition.TryParse("1_2", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Topics_and_posts_of_several_are_read_together_each_with_its_own_first_page()
    {
        var reads = Platform.Get<ForumReads>();
        var (forum, topic) = await Platform.PublishTopicAsync();
        var (second, secondTopic) = await Platform.PublishTopicAsync();
        var later = await Platform.Get<ForumCommands>().PublishTopicAsync(
            new PublishTopic(forum, "What comes next?", null, Story.Today, Story.Today.AddDays(9), null), ForumStories.Officer, default);
        await Platform.PostShownAsync(topic, "First");
        await Platform.PostShownAsync(topic, "Second");
        var only = await Platform.PostShownAsync(secondTopic, "Only");
        var comment = await Platform.PostShownAsync(secondTopic, "A comment", ForumStories.OtherParent, only.Id);

        var topics = await reads.TopicsByForumAsync([forum, second, Guid.NewGuid()], 1, default);
        topics.Keys.ShouldBe([forum, second], ignoreOrder: true);
        (topics[forum].Items.ShouldHaveSingleItem().Id, topics[forum].HasMore).ShouldBe((later, true));
        (topics[second].Items.ShouldHaveSingleItem().Id, topics[second].HasMore).ShouldBe((secondTopic, false));

        var threads = Platform.Get<ThreadReads>();
        var posts = await threads.PostsByTopicAsync([topic, secondTopic, later], Story.Today, 1, default);
        (posts[topic].Items.ShouldHaveSingleItem().Text, posts[topic].HasMore).ShouldBe(("First", true));
        (posts[secondTopic].Items.ShouldHaveSingleItem().Text, posts[secondTopic].HasMore).ShouldBe(("Only", false));
        posts.ContainsKey(later).ShouldBeFalse();

        (await threads.ByIdsAsync([only.Id, comment.Id], Story.Today, default)).Count.ShouldBe(2);
        await Platform.RefuseAsync(only.Id);
        (await threads.ByIdsAsync([only.Id, comment.Id], Story.Today, default)).ShouldBeEmpty("a comment is not shown while its post is not");
    }

    [Fact]
    public async Task The_log_of_an_area_holds_what_lies_in_it_and_for_no_area_in_particular_everything()
    {
        var log = Platform.Get<LogCommands>();
        var thanet = await log.LogAsync(new LogFeedback(FeedbackKind.Comment, "therapies", "Long waits", Story.Today, "E07000114"), Story.Officer, default);
        var unknown = await log.LogAsync(new LogFeedback(FeedbackKind.Comment, "transport", "A kind driver", Story.Today, null), Story.Officer, default);
        var reads = Platform.Get<LogReads>();

        (await reads.ListAsync(new LogFilter { Districts = ["E07000114"] }, LogOrder.Oldest, null, 5, default)).Items.Select(one => one.Id).ShouldBe([thanet]);
        (await reads.CountAsync(new LogFilter { Districts = [] }, default)).ShouldBe(0);
        (await reads.CountAsync(new LogFilter(), default)).ShouldBe(2);
        (await reads.ListAsync(new LogFilter(Service: "transport"), LogOrder.Oldest, null, 5, default)).Items.Select(one => one.Id).ShouldBe([unknown]);
    }

    [Fact]
    public async Task Holds_are_the_safeguarding_leads_and_lifted_ones_are_gone()
    {
        var (first, second) = (await Platform.JoinAsync(), await Platform.JoinAsync());
        var privacy = Platform.Get<PrivacyCommands>();
        await privacy.SetHoldAsync(new SetSafeguardingHold(first, Story.Today.AddDays(9), "A worry"), ForumStories.SafeguardingLead, default);
        await privacy.SetHoldAsync(new SetSafeguardingHold(second, Story.Today.AddDays(2), "Another"), ForumStories.SafeguardingLead, default);
        await privacy.SetHoldAsync(new SetSafeguardingHold(first, Story.Today.AddDays(1), "A worry still"), ForumStories.SafeguardingLead, default);
        var reads = Platform.Get<PrivacyReads>();

        var firstPage = await reads.HoldsAsync(ForumStories.SafeguardingLead.Acting(), null, 1, default);
        var rest = await reads.HoldsAsync(ForumStories.SafeguardingLead.Acting(), PrivacyReads.PositionOf(firstPage.Items[0]), 1, default);
        (firstPage.HasMore, rest.HasMore).ShouldBe((true, false));
        firstPage.Items.Concat(rest.Items).Select(hold => (hold.SubjectId, hold.Reason)).ShouldBe([(first, "A worry still"), (second, "Another")]);
        await privacy.LiftHoldAsync(new LiftSafeguardingHold(first), ForumStories.SafeguardingLead, default);
        (await reads.HoldsAsync(ForumStories.SafeguardingLead.Acting(), null, 9, default)).Items.ShouldHaveSingleItem().SubjectId.ShouldBe(second);
        await Should.ThrowAsync<RuleRefusedException>(() => reads.HoldsAsync(ForumStories.Officer.Acting(), null, 9, default));
    }

    private async Task<IEnumerable<Guid>> QueueAsync(Guid forum, QueueFilter filter)
    {
        var page = await Moderation.QueueAsync(forum, ForumStories.Officer.Acting(), filter, DateTimeOffset.UtcNow, null, 10, default);
        (await Moderation.CountQueueAsync(forum, ForumStories.Officer.Acting(), filter, DateTimeOffset.UtcNow, default)).ShouldBe(page.Items.Count);
        return page.Items.Select(item => item.Id);
    }
}
