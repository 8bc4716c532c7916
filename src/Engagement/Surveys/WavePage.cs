using Engagement.Common;

namespace Engagement.Surveys;

/// <summary>A wave as its own events tell it; <see cref="WaveSheet"/> and <see cref="WaveCard"/> add the dates its consultation has now.</summary>
public sealed record WavePage
{
    /// <summary>Which wave.</summary>
    public required Guid Id { get; init; }

    /// <summary>The consultation it is part of; null: it stands by itself.</summary>
    public Guid? ConsultationId { get; init; }

    /// <summary>Whose questions it asks.</summary>
    public required Guid InstrumentId { get; init; }

    /// <summary>The version it asks; null: it has not been opened.</summary>
    public int? InstrumentVersion { get; init; }

    /// <summary>What staff call it; null: it is the survey of its consultation.</summary>
    public string? Title { get; init; }

    /// <summary>Whom it asks, where it asks one group only.</summary>
    public Audience? Audience { get; init; }

    /// <summary>How often the same is asked again.</summary>
    public WaveFrequency Frequency { get; init; }

    /// <summary>Null: it is scheduled, and has the dates of its consultation.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Its own last day; null: it has that of its consultation.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>The day on which it ended, once that is recorded.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>The people it could have reached, where they are counted.</summary>
    public Guid? DenominatorSetId { get; init; }

    /// <summary>How many were invited; null: it is an open link, or nobody has been invited yet.</summary>
    public InvitationList? Invitations { get; init; }

    /// <summary>When it was scheduled, or opened without that.</summary>
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>Goes up with each change: what a change names as the version it was made on.</summary>
    public int Version { get; init; }
}
