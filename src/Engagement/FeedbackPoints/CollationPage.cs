namespace Engagement.FeedbackPoints;

/// <summary>The figures of a collated month as they stand, and how often and why they were changed.</summary>
public sealed record CollationPage
{
    public required Guid Id { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>All five points, as they stand.</summary>
    public required IReadOnlyList<PointFigures> Points { get; init; }

    /// <summary>When it was closed.</summary>
    public required DateTimeOffset CollatedAt { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Give it as expectedVersion with a change.</summary>
    public int Version { get; init; }
}
