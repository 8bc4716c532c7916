namespace Engagement.Feedback;

/// <summary>A sample with what has been said of its views, for working out how far coders agree.</summary>
public sealed record CodingSampleCard
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required int Seed { get; init; }

    /// <summary>In the order in which they are coded again.</summary>
    public required IReadOnlyList<Guid> ViewIds { get; init; }

    public IReadOnlyList<SecondCodingGiven> Given { get; init; } = [];

    public required DateTimeOffset DrawnAt { get; init; }

    public int Version { get; init; }
}
