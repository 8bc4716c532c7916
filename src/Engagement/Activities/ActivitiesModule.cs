using Engagement.Participants;
using EventStore;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Activities;

internal sealed class ActivitiesModule : EngagementModule
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(ActivityPlanned),
        typeof(ActivityPlanChanged),
        typeof(ActivityMoved),
        typeof(InvitationsSent),
        typeof(SupportOffered),
        typeof(PlacesOpened),
        typeof(PlaceTaken),
        typeof(PlaceGivenUp),
        typeof(ActivityHeld),
        typeof(AttendanceRecorded),
        typeof(NotesRecorded),
        typeof(ParticipantAssessedLevel),
        typeof(ActivityCancelled),
    ];

    public override IReadOnlyList<Type> EventTypes => Types;

    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<ActivityCommands>();
        services.AddSingleton<ActivityReads>();
        services.AddSingleton<IPersonTrail, AttendanceTrail>();
    }

    public override void AddProjections(ProjectionOptions projections, IServiceProvider services) =>
        projections.Add(new ActivityPageProjection(), ProjectionLifecycle.Inline);
}
