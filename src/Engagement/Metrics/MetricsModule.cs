using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Metrics;

internal sealed class MetricsModule : EngagementModule
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<MetricsReads>();

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new ConsultationMetricsProjection(), ProjectionLifecycle.Async);
}
