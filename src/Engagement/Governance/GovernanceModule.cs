using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Governance;

internal sealed class GovernanceModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(GroupConstituted),
        typeof(GroupTermsChanged),
        typeof(MeetingFrequencyChanged),
        typeof(SeatCreated),
        typeof(RepNominated),
        typeof(NominationWithdrawn),
        typeof(RepAppointed),
        typeof(SeatVacated),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<GovernanceCommands>();
        services.AddSingleton<GovernanceReads>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new GovernanceGroupPageProjection(), ProjectionLifecycle.Inline);
}
