using EventStore;

namespace Engagement.Activities;

/// <summary>A planned occasion to hear people, as its own rules see it.</summary>
public sealed record Activity : IEvolve<Activity>
{
    public Guid? ConsultationId { get; init; }

    public required ActivityPlanned Plan { get; init; }

    public required DateOnly OnDay { get; init; }

    public ActivityState State { get; init; }

    public IReadOnlyList<SupportKind> Support { get; init; } = [];

    public int Invited { get; init; }

    /// <summary>How many can come; null while nobody can sign up.</summary>
    public int? Places { get; init; }

    public string? Joining { get; init; }

    /// <summary>Who means to come.</summary>
    public IReadOnlyList<Guid> Coming { get; init; } = [];

    public AttendanceRecorded? Attendance { get; init; }

    public int Notes { get; init; }

    public IReadOnlyList<Guid> Assessors { get; init; } = [];

    public static Activity? Evolve(Activity? state, IEvent e) => (state, e.Data) switch
    {
        (null, ActivityPlanned plan) => new Activity { ConsultationId = plan.ConsultationId, Plan = plan, OnDay = plan.OnDay },
        ({ } activity, ActivityPlanChanged changed) => activity with { Plan = changed.Onto(activity.Plan) },
        ({ } activity, ActivityMoved moved) => activity with { OnDay = moved.OnDay },
        ({ } activity, InvitationsSent sent) => activity with { Invited = activity.Invited + sent.Count },
        ({ } activity, SupportOffered offered) => activity with { Support = [.. activity.Support, offered.Kind] },
        ({ } activity, PlacesOpened opened) => activity with { Places = opened.Places, Joining = opened.Joining },
        ({ } activity, PlaceTaken taken) => activity with { Coming = [.. activity.Coming, taken.ParticipantId] },
        ({ } activity, PlaceGivenUp given) => activity with { Coming = [.. activity.Coming.Where(person => person != given.ParticipantId)] },
        ({ } activity, ActivityHeld held) => activity with { State = ActivityState.Held, OnDay = held.HeldOn },
        ({ } activity, AttendanceRecorded attendance) => activity with { Attendance = attendance },
        ({ } activity, NotesRecorded notes) => activity with { Notes = activity.Notes + notes.ViewIds.Count },
        ({ } activity, ParticipantAssessedLevel assessed) => activity with { Assessors = [.. activity.Assessors, assessed.ParticipantId] },
        ({ } activity, ActivityCancelled) => activity with { State = ActivityState.Cancelled },
        _ => state,
    };
}
