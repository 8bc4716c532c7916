namespace Engagement.Feedback;

/// <summary>A sample with what has been said of its views, for working out how far coders agree.</summary>
public sealed record CodingSampleCard
{
    /// <summary>The sample.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where the views are from; null for those outside consultations.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>The number that chose them.</summary>
    public required int Seed { get; init; }

    /// <summary>In the order in which they are coded again.</summary>
    public required IReadOnlyList<Guid> ViewIds { get; init; }

    /// <summary>The second codings so far.</summary>
    public IReadOnlyList<SecondCodingGiven> Given { get; init; } = [];

    /// <summary>When it was drawn.</summary>
    public required DateTimeOffset DrawnAt { get; init; }

    /// <summary>Give it as expectedVersion with a change.</summary>
    public int Version { get; init; }
}
