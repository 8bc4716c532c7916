using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Results;

internal sealed class ResultsModule : EngagementModule
{
    public override void AddServices(IServiceCollection services) => services.AddSingleton<ResultReads>();

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new AnswerCountsProjection(), ProjectionLifecycle.Async);
}
