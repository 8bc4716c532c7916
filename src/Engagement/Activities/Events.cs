using Engagement.Common;

namespace Engagement.Activities;

/// <summary>An occasion to hear people is planned. <paramref name="District"/> is the code of where it is; null for online or the whole county.</summary>
public sealed record ActivityPlanned(
    string Title,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    bool IncludesUnder18s,
    Guid? ConsultationId,
    DateOnly OnDay,
    string? District,
    CycleStage Stage,
    LundyPlan Lundy,
    string? SafeguardingPlan);

/// <summary>
/// What is planned was written anew, all of it but its day and the consultation it belongs to. The reason is for those who had signed up; null where nobody had.
/// </summary>
public sealed record ActivityPlanChanged(
    string Title,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    bool IncludesUnder18s,
    string? District,
    CycleStage Stage,
    LundyPlan Lundy,
    string? SafeguardingPlan,
    string? Reason)
{
    internal ActivityPlanned Onto(ActivityPlanned plan) => plan with
    {
        Title = Title,
        Kind = Kind,
        Level = Level,
        Audience = Audience,
        IncludesUnder18s = IncludesUnder18s,
        District = District,
        Stage = Stage,
        Lundy = Lundy,
        SafeguardingPlan = SafeguardingPlan,
    };
}

public sealed record ActivityMoved(DateOnly OnDay, string Reason);

public sealed record InvitationsSent(int Count, string Route);

public sealed record SupportOffered(SupportKind Kind, string Detail);

public sealed record ActivityHeld(DateOnly HeldOn);

/// <summary>
/// Who was there: the pseudonyms of those who are known, and how many more were counted. A later record replaces the one before, with its reason.
/// </summary>
public sealed record AttendanceRecorded(IReadOnlyList<Guid> Identified, int HeadCount, string? CorrectedBecause);

/// <summary>What was said is noted. The words are not here: each note is a view, named by its id.</summary>
public sealed record NotesRecorded(IReadOnlyList<Guid> ViewIds);

/// <summary>How much somebody who took part found that they decided, which may be less than was planned.</summary>
public sealed record ParticipantAssessedLevel(Guid ParticipantId, EngagementLevel Level);

/// <summary>People can sign up: how many can come, and what they are to know of how to join. Again when that changes.</summary>
public sealed record PlacesOpened(int Places, string Joining);

/// <summary>Somebody means to come. Known by their pseudonym.</summary>
public sealed record PlaceTaken(Guid ParticipantId);

/// <summary>They will not come after all.</summary>
public sealed record PlaceGivenUp(Guid ParticipantId);

public sealed record ActivityCancelled(string Reason);
