using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Metrics;

internal sealed class MetricsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } = [typeof(DenominatorSetLoaded)];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DenominatorSets>();
        services.AddSingleton<ParticipationReads>();
        services.AddSingleton<LoopFigureReads>();
        services.AddSingleton<FeedbackVolumeReads>();
        services.AddSingleton<FeedbackPointFigureReads>();
        services.AddSingleton<MetricsReads>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new DenominatorSheetProjection(), ProjectionLifecycle.Inline);
        projections.Add(new ActsProjection(), ProjectionLifecycle.Async);
        projections.Add(new ViewFactsProjection(), ProjectionLifecycle.Async);
        projections.Add(new LoopHistoryProjection(), ProjectionLifecycle.Async);
        projections.Add(new LoopConfirmationsProjection(), ProjectionLifecycle.Async);
        projections.Add(new FeedbackPointFactsProjection(), ProjectionLifecycle.Async);
        projections.Add(new LogHistoryProjection(), ProjectionLifecycle.Async);
        projections.Add(new WaveHistoryProjection(), ProjectionLifecycle.Async);
    }
}
