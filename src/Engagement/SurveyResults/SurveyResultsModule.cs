using Engagement.Releases;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.SurveyResults;

internal sealed class SurveyResultsModule : EngagementModule
{
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ResultReads>();
        services.AddSingleton<IReleaseFigures, WaveReleaseFigures>();
        services.AddSingleton<IReleaseFigures, ConsultationReleaseFigures>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new AnswerCountsProjection(), ProjectionLifecycle.Async);
}
