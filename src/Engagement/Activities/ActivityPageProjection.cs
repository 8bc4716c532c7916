using EventStore;

namespace Engagement.Activities;

public sealed class ActivityPageProjection : SingleStreamProjection<ActivityPage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = ActivitiesModule.Types;

    public override ActivityPage? Evolve(ActivityPage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static ActivityPage? Show(ActivityPage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, ActivityPlanned plan) => new ActivityPage
        {
            Id = id,
            Title = plan.Title,
            Kind = plan.Kind,
            Level = plan.Level,
            Audience = plan.Audience,
            IncludesUnder18s = plan.IncludesUnder18s,
            ConsultationId = plan.ConsultationId,
            OnDay = plan.OnDay,
            District = plan.District,
            Stage = plan.Stage,
            Lundy = plan.Lundy,
            SafeguardingPlan = plan.SafeguardingPlan,
        },
        ({ }, ActivityPlanChanged changed) => page with
        {
            Title = changed.Title,
            Kind = changed.Kind,
            Level = changed.Level,
            Audience = changed.Audience,
            IncludesUnder18s = changed.IncludesUnder18s,
            District = changed.District,
            Stage = changed.Stage,
            Lundy = changed.Lundy,
            SafeguardingPlan = changed.SafeguardingPlan,
            PlanChangedBecause = changed.Reason ?? page.PlanChangedBecause,
        },
        ({ }, ActivityMoved moved) => page with { OnDay = moved.OnDay, Reason = moved.Reason },
        ({ }, InvitationsSent sent) => page with { Invited = page.Invited + sent.Count },
        ({ }, SupportOffered offered) => page with { Support = [.. page.Support, new OfferedSupport(offered.Kind, offered.Detail)] },
        ({ }, PlacesOpened opened) => page with { Places = opened.Places, Joining = opened.Joining },
        ({ }, PlaceTaken taken) => page with { Coming = [.. page.Coming, taken.ParticipantId] },
        ({ }, PlaceGivenUp given) => page with { Coming = [.. page.Coming.Where(person => person != given.ParticipantId)] },
        ({ }, ActivityHeld held) => page with { State = ActivityState.Held, OnDay = held.HeldOn },
        ({ }, AttendanceRecorded attendance) => page with { Identified = attendance.Identified.Count, HeadCount = attendance.HeadCount },
        ({ }, NotesRecorded notes) => page with { Notes = page.Notes + notes.ViewIds.Count },
        ({ }, ParticipantAssessedLevel assessed) => page with
        {
            AssessedLevels = new(page.AssessedLevels) { [assessed.Level] = page.AssessedLevels.GetValueOrDefault(assessed.Level) + 1 },
        },
        ({ }, ActivityCancelled cancelled) => page with { State = ActivityState.Cancelled, Reason = cancelled.Reason },
        _ => page,
    };
}
