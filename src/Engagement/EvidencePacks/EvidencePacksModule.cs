using EventStore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.EvidencePacks;

internal sealed class EvidencePacksModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
        [typeof(EvidencePackAsked), typeof(EvidencePackMade), typeof(EvidencePackFailed), typeof(EvidencePackTaken)];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<EvidencePackCommands>();
        services.AddSingleton<EvidencePackReads>();
        services.AddSingleton<PackFactsReader>();
        services.AddSingleton<PackMaker>();
        services.TryAddSingleton<IPagePrinter, NoPagePrinter>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new EvidencePackProjection(), ProjectionLifecycle.Inline);
}
