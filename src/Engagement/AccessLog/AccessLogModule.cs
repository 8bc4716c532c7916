using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.AccessLog;

internal sealed class AccessLogModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } = [typeof(ViewsRead), typeof(CommandUsed)];

    public override IReadOnlyList<EventUpcaster> Upcasters { get; } = [new Version1.CommandUsedUpcaster()];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<AccessRecorder>();
        services.AddSingleton<AccessLogReads>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new AccessLogProjection(), ProjectionLifecycle.Inline);
}
