namespace Engagement.Surveys;

/// <summary>
/// What lets a person come back to what they said. Right at once: written in the transaction of the response.
/// Holds only a hash of the secret, so that reading this table opens nobody's journey.
/// </summary>
public sealed record Receipt
{
    public required Guid Id { get; init; }

    public required string Reference { get; init; }

    public required string SecretHash { get; init; }

    public required Guid WaveId { get; init; }

    public Guid? ConsultationId { get; init; }

    public required DateTimeOffset SubmittedAt { get; init; }
}
