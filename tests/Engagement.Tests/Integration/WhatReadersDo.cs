using Engagement.Common;
using Engagement.Forums;

namespace Engagement.Tests.Integration;

public sealed class WhatReadersDo : PlatformTest
{
    private const string Words = "Meetings start too early for us";

    protected override bool RunsInBackground => false;

    private ThreadReads Threads => Platform.Get<ThreadReads>();

    private ContributionCommands Contribute => Platform.Get<ContributionCommands>();

    private SafeguardingReads Safeguarding => Platform.Get<SafeguardingReads>();

    [Fact]
    public async Task A_report_of_danger_reaches_the_safeguarding_lead_once_while_they_have_not_finished()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);

        await ReportAsync(posted.Id);
        await ReportAsync(posted.Id);

        var item = (await OpenItemsAsync()).ShouldHaveSingleItem();
        (item.Source.Id, item.Cause, item.State).ShouldBe((posted.Id, SafeguardingCause.Report, SafeguardingState.Raised));
        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldHaveSingleItem().Id.ShouldBe(posted.Id);
        var words = await Safeguarding.OpenAsync(item.Id, "To decide what to do", ForumStories.SafeguardingLead, default);
        (words.Text, words.Note).ShouldBe((Words, null));

        await CloseAsync(item.Id);
        await ReportAsync(posted.Id);

        (await OpenItemsAsync()).ShouldHaveSingleItem().Id.ShouldNotBe(item.Id);
    }

    [Fact]
    public async Task What_is_reported_as_danger_is_kept_back_by_a_moderator_who_then_leaves_it_to_the_lead()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        await ReportAsync(posted.Id);

        (await CaseAsync(posted.Id)).Text.ShouldBe(Words);
        await Platform.Get<ModerationCommands>().HoldAsync(
            new HoldContribution(posted.Id, HoldReason.PossibleDisclosure, "Someone will read this", "Please call today"), ForumStories.Officer, default);

        (await Threads.PostsAsync(topic, Story.Today, null, 10, default)).Items.ShouldBeEmpty();
        (await CaseAsync(posted.Id)).Text.ShouldBeNull();
        (await OpenItemsAsync()).Select(item => item.Cause).ShouldBe([SafeguardingCause.Report, SafeguardingCause.Moderator]);
        (await Should.ThrowAsync<RuleRefusedException>(() => Platform.ReleaseAsync(posted.Id))).Code.ShouldBe("WITH_SAFEGUARDING_LEAD");
    }

    [Fact]
    public async Task Who_takes_agreement_back_is_counted_until_the_next_day_and_may_agree_again()
    {
        var (_, topic) = await Platform.PublishTopicAsync();
        var posted = await Platform.PostShownAsync(topic, Words);
        var readers = Enumerable.Range(0, 10).Select(_ => Guid.CreateVersion7()).ToList();
        foreach (var reader in readers)
            await Contribute.SupportAsync(new SupportContribution(posted.Id), OnDay(reader, 0), default);

        var one = readers[0];
        await Contribute.WithdrawSupportAsync(new WithdrawSupport(posted.Id), OnDay(one, 2), default);

        (await ShownAsync(day: 2)).ShouldBe(10);
        (await ShownAsync(day: 3)).ShouldBeNull();
        (await Threads.SupportedByAsync(one, [posted.Id], default)).ShouldBeEmpty();
        (await Threads.SupportedByAsync(readers[1], [posted.Id], default)).ShouldBe([posted.Id]);

        await Contribute.SupportAsync(new SupportContribution(posted.Id), OnDay(one, 3), default);
        (await ShownAsync(day: 3)).ShouldBeNull();
        (await ShownAsync(day: 4)).ShouldBe(10);

        // A change of mind and back within a day leaves the number as it was.
        await Contribute.WithdrawSupportAsync(new WithdrawSupport(posted.Id), OnDay(one, 5), default);
        await Contribute.SupportAsync(new SupportContribution(posted.Id), OnDay(one, 5), default);
        (await ShownAsync(day: 5)).ShouldBe(10);
        (await ShownAsync(day: 6)).ShouldBe(10);

        async Task<int?> ShownAsync(int day) =>
            (await Threads.PostsAsync(topic, Story.Today.AddDays(day), null, 10, default)).Items.ShouldHaveSingleItem().Supporters;
    }

    private static CommandContext OnDay(Guid reader, int day) =>
        new("participant", ActorId: reader, OccurredAt: new DateTimeOffset(Story.Today.AddDays(day), new TimeOnly(12, 0), TimeSpan.Zero));

    private Task ReportAsync(Guid post) =>
        Contribute.ReportAsync(new ReportContribution(post, ReportReason.SomebodyInDanger), ForumStories.Nobody, default);

    private async Task<IReadOnlyList<SafeguardingEntry>> OpenItemsAsync() =>
        (await Safeguarding.OpenItemsAsync(ForumStories.SafeguardingLead.Acting(), null, 10, default)).Items;

    private Task<QueuedContribution> CaseAsync(Guid post) =>
        Platform.Get<ModerationReads>().FindAsync(post, ForumStories.Officer.Acting(), DateTimeOffset.UtcNow, default);

    private async Task CloseAsync(Guid item) => await Platform.Get<SafeguardingCommands>().CloseAsync(
        new CloseSafeguarding(item, SafeguardingOutcome.NoConcern), ForumStories.SafeguardingLead, default);
}
