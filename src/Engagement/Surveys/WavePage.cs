using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>A wave as its own events tell it; <see cref="WaveSheet"/> and <see cref="WaveCard"/> add the dates its consultation has now.</summary>
public sealed record WavePage
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    public required Guid InstrumentId { get; init; }

    /// <summary>The version it asks; null: it has not been opened.</summary>
    public int? InstrumentVersion { get; init; }

    public string? Title { get; init; }

    public Audience? Audience { get; init; }

    public WaveFrequency Frequency { get; init; }

    /// <summary>Null: it is scheduled, and has the dates of its consultation.</summary>
    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    public Guid? DenominatorSetId { get; init; }

    public InvitationList? Invitations { get; init; }

    /// <summary>When it was scheduled, or opened without that.</summary>
    public DateTimeOffset MadeAt { get; init; }

    public int Version { get; init; }
}
