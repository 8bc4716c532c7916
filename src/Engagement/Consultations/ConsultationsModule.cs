using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Consultations;

internal sealed class ConsultationsModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ConsultationDrafted),
        typeof(ProposalPublished),
        typeof(EqualityAnalysisLinked),
        typeof(RenditionAdded),
        typeof(ConsultationOpened),
        typeof(ClosingDateExtended),
        typeof(ConsultationClosed),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ConsultationCommands>();
        services.AddSingleton<ConsultationReads>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new ConsultationPageProjection(), ProjectionLifecycle.Inline);
}
