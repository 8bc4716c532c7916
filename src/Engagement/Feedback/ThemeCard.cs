namespace Engagement.Feedback;

public sealed record ThemeCard
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public int Version { get; init; }
}
