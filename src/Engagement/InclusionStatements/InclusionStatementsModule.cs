using Engagement.Common;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.InclusionStatements;

internal sealed class InclusionStatementsModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(StatementsAdopted),
        typeof(StatementEvidenced),
        typeof(StatementEvidenceVerified),
        typeof(StatementEvidenceDisputed),
        typeof(StatementEvidenceWithdrawn),
        typeof(StatementEvidenceRejected),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<StatementCommands>();
        services.AddSingleton<StatementReads>();
        services.AddSingleton<WorkSource, StatementWork>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new StatementDocumentProjection(), ProjectionLifecycle.Inline);
}
