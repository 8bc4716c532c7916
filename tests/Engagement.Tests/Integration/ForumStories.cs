using Engagement.Common;
using Engagement.Forums;

namespace Engagement.Tests.Integration;

/// <summary>What people do in forums, in their words.</summary>
internal static class ForumStories
{
    public static readonly CommandContext Officer = new("participation-officer", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000001"));
    public static readonly CommandContext OtherOfficer = new("moderator", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000002"));
    public static readonly CommandContext Coordinator = new("pact-forum-coordinator", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000003"));
    public static readonly CommandContext Parent = new("participant", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000004"));
    public static readonly CommandContext OtherParent = new("participant", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000005"));
    public static readonly CommandContext SafeguardingLead = new("safeguarding-lead", ActorId: Guid.Parse("a0000000-0000-4000-8000-000000000006"));
    public static readonly CommandContext Nobody = new("public");

    public static Acting Acting(this CommandContext context) => Engagement.Common.Acting.From(context);

    public static Task<Guid> EstablishAsync(
        this Platform platform,
        CommandContext by,
        ForumOwner owner = ForumOwner.Council,
        ForumAgeBand ageBand = ForumAgeBand.EighteenAndOver,
        ModerationMode moderation = ModerationMode.BeforeShown) =>
        platform.Get<ForumCommands>().EstablishAsync(
            new EstablishForum(
                "Thanet parents",
                "For parents and carers in Thanet",
                owner,
                ageBand,
                ageBand == ForumAgeBand.Under18 ? Audience.YoungPeople : Audience.ParentsAndCarers,
                moderation,
                ageBand == ForumAgeBand.Under18
                    ? [new Facilitator(Guid.NewGuid(), "youth-facilitator", Story.Today), new Facilitator(Guid.NewGuid(), "youth-facilitator", Story.Today)]
                    : []),
            by,
            default);

    public static async Task<(Guid Forum, Guid Topic)> PublishTopicAsync(
        this Platform platform,
        CommandContext? by = null,
        ForumOwner owner = ForumOwner.Council,
        ForumAgeBand ageBand = ForumAgeBand.EighteenAndOver,
        ModerationMode moderation = ModerationMode.BeforeShown)
    {
        var context = by ?? Officer;
        var from = context.OccurredAt is { } at ? LondonCalendar.DayOf(at) : Story.Today;
        var forum = await platform.EstablishAsync(context, owner, ageBand, moderation);
        var topic = await platform.Get<ForumCommands>().PublishTopicAsync(
            new PublishTopic(forum, "What makes a good review meeting?", null, from, from.AddDays(365), null), context, default);
        return (forum, topic);
    }

    public static Task<PostedContribution> PostAsync(
        this Platform platform, Guid topic, string text, CommandContext? by = null, Guid? replyTo = null, string? key = null) =>
        platform.Get<ContributionCommands>().PostAsync(
            new PostContribution(topic, key ?? Guid.NewGuid().ToString("N"), text, replyTo), by ?? Parent, default);

    public static Task ReleaseAsync(this Platform platform, Guid contribution, CommandContext? by = null, string? reason = null) =>
        platform.Get<ModerationCommands>().ReleaseAsync(new ReleaseContribution(contribution, reason), by ?? Officer, default);

    public static async Task<PostedContribution> PostShownAsync(
        this Platform platform, Guid topic, string text, CommandContext? by = null, Guid? replyTo = null)
    {
        var posted = await platform.PostAsync(topic, text, by, replyTo);
        await platform.ReleaseAsync(posted.Id);
        return posted;
    }

    public static Task RefuseAsync(this Platform platform, Guid contribution, CommandContext? by = null) =>
        platform.Get<ModerationCommands>().RefuseAsync(
            new RefuseContribution(contribution, RefusalReason.Abusive, "It insults a group of people"), by ?? Officer, default);
}
