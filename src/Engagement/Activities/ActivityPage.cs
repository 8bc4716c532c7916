using Engagement.Common;

namespace Engagement.Activities;

/// <summary>An activity as it is shown. Right at once.</summary>
public sealed record ActivityPage
{
    /// <summary>The activity.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is called in public.</summary>
    public required string Title { get; init; }

    /// <summary>What kind of occasion it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>How much those who take part decide, as planned.</summary>
    public required EngagementLevel Level { get; init; }

    /// <summary>Whom it is for.</summary>
    public required Audience Audience { get; init; }

    /// <summary>Whether anybody under 18 takes part.</summary>
    public bool IncludesUnder18s { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>The day of it.</summary>
    public required DateOnly OnDay { get; init; }

    /// <summary>The code of the district it is in; null for online or the whole county.</summary>
    public string? District { get; init; }

    /// <summary>Where in the commissioning cycle it has influence.</summary>
    public CycleStage Stage { get; init; }

    /// <summary>How it gives people a say.</summary>
    public required LundyPlan Lundy { get; init; }

    /// <summary>How those under 18 are kept safe.</summary>
    public string? SafeguardingPlan { get; init; }

    /// <summary>How it stands.</summary>
    public ActivityState State { get; init; }

    /// <summary>Why it was moved or cancelled, the last time.</summary>
    public string? Reason { get; init; }

    /// <summary>Why its plan was changed after somebody had signed up, the last time; null where that never was.</summary>
    public string? PlanChangedBecause { get; init; }

    /// <summary>How many invitations were sent.</summary>
    public int Invited { get; init; }

    /// <summary>What is offered to make it possible to take part.</summary>
    public IReadOnlyList<OfferedSupport> Support { get; init; } = [];

    /// <summary>How many can come; null while nobody can sign up.</summary>
    public int? Places { get; init; }

    /// <summary>Where it is, when it begins and how to get in; null while nobody can sign up.</summary>
    public string? Joining { get; init; }

    /// <summary>Who means to come, by their pseudonyms, in the order they signed up.</summary>
    public IReadOnlyList<Guid> Coming { get; init; } = [];

    /// <summary>How many who are known were there; null until attendance is recorded.</summary>
    public int? Identified { get; init; }

    /// <summary>How many more were counted; null until attendance is recorded.</summary>
    public int? HeadCount { get; init; }

    /// <summary>How many notes were taken: each is a view.</summary>
    public int Notes { get; init; }

    /// <summary>How many found that they decided so much. What was planned is <see cref="Level"/>.</summary>
    public SortedDictionary<EngagementLevel, int> AssessedLevels { get; init; } = [];

    /// <summary>For optimistic commands.</summary>
    public int Version { get; init; }
}
