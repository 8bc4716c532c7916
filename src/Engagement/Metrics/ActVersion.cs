using Engagement.Common;

namespace Engagement.Metrics;

/// <summary>A row of <c>engagement.acts</c>. Where <see cref="Origin"/> or <see cref="Who"/> is null, it has those of the version before.</summary>
internal sealed record ActVersion(Guid ActId, int Version, DateTime RecordedAt)
{
    public int Part { get; init; }

    public DateTime EndedAt { get; init; } = Facts.StillSo;

    public string? EndedBecause { get; init; }

    public bool Counts { get; init; }

    public ActOrigin? Origin { get; init; }

    public ActWho? Who { get; init; }

    /// <summary>Where it is not that of the origin.</summary>
    public ActKind? Kind { get; init; }

    public Guid? ParticipantId { get; init; }

    public DateOnly? OccurredOn { get; init; }

    public int HeadCount { get; init; }
}

/// <summary>What is said of an act once, at its beginning.</summary>
internal sealed record ActOrigin(ActKind Kind, ActChannel Channel, DateOnly OccurredOn, Guid? ConsultationId, Guid? WaveId);

/// <summary>Who acts, as far as figures are broken down by it. Whoever changes their answers may change this.</summary>
internal sealed record ActWho(Audience? Audience, bool Proxy, string? District, string? Need, string? Phase);
