using Engagement.Common;

namespace Engagement.Activities;

/// <summary>An activity as it is shown. Right at once.</summary>
public sealed record ActivityPage
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required ActivityKind Kind { get; init; }

    public required EngagementLevel Level { get; init; }

    public required Audience Audience { get; init; }

    public bool IncludesUnder18s { get; init; }

    public Guid? ConsultationId { get; init; }

    public required DateOnly OnDay { get; init; }

    public string? District { get; init; }

    public CycleStage Stage { get; init; }

    public required LundyPlan Lundy { get; init; }

    public string? SafeguardingPlan { get; init; }

    public ActivityState State { get; init; }

    /// <summary>Why it was moved or cancelled, the last time.</summary>
    public string? Reason { get; init; }

    public int Invited { get; init; }

    public IReadOnlyList<OfferedSupport> Support { get; init; } = [];

    /// <summary>How many who are known were there; null until attendance is recorded.</summary>
    public int? Identified { get; init; }

    /// <summary>How many more were counted; null until attendance is recorded.</summary>
    public int? HeadCount { get; init; }

    public int Notes { get; init; }

    /// <summary>How many found that they decided so much. What was planned is <see cref="Level"/>.</summary>
    public SortedDictionary<EngagementLevel, int> AssessedLevels { get; init; } = [];

    public int Version { get; init; }
}
