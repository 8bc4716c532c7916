using Engagement.Common;
using Engagement.Surveys;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Releases;

internal sealed class ReleasesModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ReleaseDrafted),
        typeof(DisclosureCheckPassed),
        typeof(DisclosureCheckFailed),
        typeof(ReleaseApproved),
        typeof(ReleaseDraftReplaced),
        typeof(ReleasePublished),
        typeof(ReleaseRevised),
    ];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } = [new Version1.ReleaseDraftedUpcaster()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ReleaseCommands>();
        services.AddSingleton<ReleaseReads>();
        services.AddSingleton<WorkSource, ReleaseWork>();
        services.AddSingleton<IFrozenFigures, PublishedTotals>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new ReleasePageProjection(), ProjectionLifecycle.Inline);
}
