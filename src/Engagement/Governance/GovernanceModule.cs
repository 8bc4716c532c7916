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

    /// <summary>All that can happen to a meeting.</summary>
    public static IReadOnlyList<Type> MeetingTypes { get; } =
    [
        typeof(MeetingScheduled),
        typeof(RepInvited),
        typeof(MeetingHeld),
        typeof(AttendanceTaken),
        typeof(MinutesApproved),
        typeof(MeetingCancelled),
    ];

    /// <summary>All that can happen to what stands in the way.</summary>
    public static IReadOnlyList<Type> BarrierTypes { get; } = [typeof(BarrierRaised), typeof(BarrierEscalated), typeof(BarrierResolved)];

    public override IReadOnlyList<Type> EventTypes => [.. Types, .. MeetingTypes, .. BarrierTypes];

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<GovernanceCommands>();
        services.AddSingleton<GovernanceReads>();
        services.AddSingleton<MeetingCommands>();
        services.AddSingleton<MeetingReads>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services)
    {
        projections.Add(new GovernanceGroupPageProjection(), ProjectionLifecycle.Inline);
        projections.Add(new MeetingPageProjection(), ProjectionLifecycle.Inline);
        projections.Add(new BarrierPageProjection(), ProjectionLifecycle.Inline);
    }
}
