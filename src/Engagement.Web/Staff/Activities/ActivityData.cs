using Engagement.Web.Activities;

namespace Engagement.Web.Staff.Activities;

/// <summary>An activity in the officers' list.</summary>
public sealed record ActivityRow(
    string Id,
    string Title,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    DateOnly OnDay,
    string? District,
    ActivityState State,
    int Invited,
    int? Places,
    int? Identified,
    int? HeadCount,
    int Notes,
    IReadOnlyList<PersonCode> Coming);

/// <summary>Somebody by their pseudonym, which is all that is known of them here.</summary>
public sealed record PersonCode(string Id);

/// <summary>All that officers know of an activity.</summary>
public sealed record PlannedActivity(
    string Id,
    string Title,
    ActivityKind Kind,
    EngagementLevel Level,
    Audience Audience,
    bool IncludesUnder18s,
    string? SafeguardingPlan,
    DateOnly OnDay,
    string? District,
    CycleStage Stage,
    ActivityState State,
    string? Reason,
    string? PlanChangedBecause,
    Lundy Lundy,
    IReadOnlyList<OfferedSupport> Support,
    int Invited,
    int? Places,
    string? Joining,
    IReadOnlyList<PersonCode> Coming,
    int? Identified,
    int? HeadCount,
    int Notes,
    IReadOnlyList<FoundLevel> AssessedLevels,
    ConsultationLink? Consultation,
    int Version)
{
    /// <summary>Whether its day has come, so that it can be recorded as held.</summary>
    public bool HasCome { get; init; }

    public bool HasAttendance => HeadCount is not null;
}

/// <summary>How it gives people a say, in the four parts of Lundy's model.</summary>
public sealed record Lundy(string Space, string Voice, string Audience, string Influence);

/// <summary>How many of those who took part found that they decided so much.</summary>
public sealed record FoundLevel(EngagementLevel Level, int Count);

public sealed record ConsultationLink(string Slug, string Title);

/// <summary>A consultation to choose.</summary>
public sealed record ConsultationChoice(string Id, string Title);

/// <summary>Somebody who comes, and what helps them to take part; null where that is not known, or not for whoever asks.</summary>
public sealed record PersonComing(string Id, IReadOnlyList<string>? Needs);

public enum CycleStage
{
    Analyse,
    Plan,
    Do,
    Review,
}
