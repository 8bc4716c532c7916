using Engagement.Releases;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.FeedbackPoints;

internal sealed class FeedbackPointsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(CaseReachedPoint), typeof(SatisfactionGiven), typeof(MonthCollated), typeof(CollationCorrected),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<FeedbackPointCommands>();
        services.AddSingleton<FeedbackPointReads>();
        services.AddSingleton<IReleaseFigures, MonthReleaseFigures>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new FeedbackPointsProjection(), ProjectionLifecycle.Inline);
        projections.Add(new CollationPageProjection(), ProjectionLifecycle.Inline);
    }
}
