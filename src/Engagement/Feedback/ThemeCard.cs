namespace Engagement.Feedback;

public sealed record ThemeCard
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Its entry in the codebook, once it has one.</summary>
    public ThemeDescribed? Description { get; init; }

    /// <summary>The theme it was merged into; that one may have been merged since.</summary>
    public Guid? MergedInto { get; init; }

    public Guid? SplitFrom { get; init; }

    /// <summary>Themes that belong together with it and stay apart, in the order they were linked.</summary>
    public IReadOnlyList<Guid> LinkedTo { get; init; } = [];

    /// <summary>What becomes of it, as decided last.</summary>
    public ThemeDisposed? Disposition { get; init; }

    public DateTimeOffset? DisposedAt { get; init; }

    /// <summary>When it was last put before people it came from.</summary>
    public DateTimeOffset? SharedBackAt { get; init; }

    public int Version { get; init; }
}
