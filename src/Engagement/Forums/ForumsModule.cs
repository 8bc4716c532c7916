using Engagement.Common;
using Engagement.Participants;
using Engagement.Releases;
using EventStore;
using Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Forums;

internal sealed class ForumsModule : EngagementModule
{
    /// <summary>All that can happen to a contribution.</summary>
    public static IReadOnlyList<Type> ContributionEvents { get; } =
    [
        typeof(ContributionReceived),
        typeof(ContributionHeld),
        typeof(ContributionReleaseApproved),
        typeof(ContributionReleased),
        typeof(ContributionReviewed),
        typeof(ContributionReturned),
        typeof(ContributionRefused),
        typeof(ModerationReversed),
        typeof(ContributionEdited),
        typeof(ContributionWithdrawn),
        typeof(ContributionSupported),
        typeof(SupportWithdrawn),
        typeof(ContributionReported),
        typeof(ModerationClaimed),
        typeof(AppealMade),
        typeof(AppealDecided),
    ];

    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ForumEstablished),
        typeof(ForumReworded),
        typeof(FacilitatorNamed),
        typeof(FacilitatorRemoved),
        typeof(TopicPublished),
        typeof(TopicPinned),
        typeof(TopicClosed),
        typeof(TopicSummaryPublished),
        .. ContributionEvents,
        typeof(SafeguardingRaised),
        typeof(SafeguardingItemOpened),
        typeof(SafeguardingAcknowledged),
        typeof(SafeguardingClosed),
    ];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } = [new Version1.SafeguardingRaisedUpcaster()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ForumCommands>();
        services.AddSingleton<ContributionCommands>();
        services.AddSingleton<ModerationCommands>();
        services.AddSingleton<SafeguardingCommands>();
        services.AddSingleton<ForumFacts>();
        services.AddSingleton<ForumReads>();
        services.AddSingleton<ThreadReads>();
        services.AddSingleton<ModerationReads>();
        services.AddSingleton<AuthorReads>();
        services.AddSingleton<SafeguardingReads>();
        services.AddSingleton<TransparencyReads>();
        services.AddSingleton<IReleaseFigures, ForumReleaseFigures>();
        services.AddSingleton<IPersonTrail, ContributionTrail>();
        services.AddSingleton<WorkSource, ModerationWork>();
        services.AddSingleton<WorkSource, SafeguardingWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new ForumPageProjection(), ProjectionLifecycle.Inline);
        projections.Add(new TopicPageProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ContributionsProjection(), ProjectionLifecycle.Inline);
        projections.Add(new SafeguardingProjection(), ProjectionLifecycle.Inline);
        projections.Subscribe(new ForumMonths(services.GetRequiredService<MessageOutbox>()));
    }
}
