namespace Engagement.Feedback;

/// <summary>A theme as officers see it. Right at once.</summary>
public sealed record ThemeCard
{
    /// <summary>The theme.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it is of; null for a standing theme.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>The point in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What people said, in a sentence or two.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Its entry in the codebook, once it has one.</summary>
    public ThemeDescribed? Description { get; init; }

    /// <summary>The theme it was merged into; that one may have been merged since.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The theme it was a part of.</summary>
    public Guid? SplitFrom { get; init; }

    /// <summary>Themes that belong together with it and stay apart, in the order they were linked.</summary>
    public IReadOnlyList<Guid> LinkedTo { get; init; } = [];

    /// <summary>What becomes of it, as decided last.</summary>
    public ThemeDisposed? Disposition { get; init; }

    /// <summary>When that was decided.</summary>
    public DateTimeOffset? DisposedAt { get; init; }

    /// <summary>What of the Local Offer it is a comment on; null: it is none.</summary>
    public LocalOfferMatter? LocalOffer { get; init; }

    /// <summary>When it was last put before people it came from.</summary>
    public DateTimeOffset? SharedBackAt { get; init; }

    /// <summary>Give it as expectedVersion with a change.</summary>
    public int Version { get; init; }
}
