using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Privacy;

internal sealed class PrivacyModule : EngagementModule
{
    public override IReadOnlyList<Type> EventTypes { get; } =
    [
        typeof(ErasureRequested),
        typeof(ErasureDecided),
        typeof(SubjectKeyDestroyed),
        typeof(RetentionExpired),
        typeof(SafeguardingHoldSet),
        typeof(SafeguardingHoldLifted),
        typeof(RecordsExpired),
    ];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<PrivacyCommands>();
        services.AddSingleton<PrivacyReads>();
        services.AddSingleton<WorkSource, ErasureWork>();
        services.AddSingleton<KeyDestruction>();
        services.AddSingleton<SubjectExports>();
        services.AddSingleton<RetentionRun>();
        services.AddSingleton<IPersonTrail, RecordTrail>();
        services.AddSingleton<IPersonalTextTable, SubjectExportsTable>();
        foreach (var kept in Retained.Rows)
            services.AddSingleton(kept);

        foreach (var kept in Retained.Subjects)
            services.AddSingleton(kept);

        services.AddHostedService<ErasureListener>();
        services.AddHostedService<RetentionClock>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new ErasureCaseProjection(), ProjectionLifecycle.Inline);
}
