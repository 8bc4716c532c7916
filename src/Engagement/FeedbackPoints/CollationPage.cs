namespace Engagement.FeedbackPoints;

/// <summary>The figures of a collated month as they stand, and how often and why they were changed.</summary>
public sealed record CollationPage
{
    public required Guid Id { get; init; }

    public required DateOnly Month { get; init; }

    public required IReadOnlyList<PointFigures> Points { get; init; }

    public required DateTimeOffset CollatedAt { get; init; }

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    public int Version { get; init; }
}
