using Engagement.Common;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Paper;

internal sealed class PaperModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(PaperFormKeyed), typeof(PaperFormDiffered), typeof(PaperFormChecked), typeof(PaperBatchImported),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PaperCommands>();
        services.AddSingleton<PaperReads>();
        services.AddSingleton<WorkSource, PaperWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new PaperFormCardProjection(), ProjectionLifecycle.Inline);
}
