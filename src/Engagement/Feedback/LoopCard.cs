namespace Engagement.Feedback;

/// <summary>A loop as officers see it and as entries and journeys are read from. Right at once.</summary>
public sealed record LoopCard
{
    public required Guid Id { get; init; }

    public required Guid ThemeId { get; init; }

    public Guid? ConsultationId { get; init; }

    public LoopState State { get; init; }

    public RecordedDecision? Decision { get; init; }

    public Commitment? Commitment { get; init; }

    public TakenAction? Action { get; init; }

    public PublishedEntry? Entry { get; init; }

    public Telling? Told { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public int Version { get; init; }
}
