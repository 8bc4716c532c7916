using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A wave with the dates of its consultation as they stand now: an extension reaches the survey by itself.</summary>
public sealed record WaveSheet(
    Guid Id,
    Guid? ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn)
{
    /// <summary>What staff call it; null: it is the survey of its consultation.</summary>
    public string? Title { get; init; }

    /// <summary>Whom it asks, where it asks one group only.</summary>
    public Audience? Audience { get; init; }

    public WaveState StateOn(DateOnly today) => ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn) switch
    {
        ConsultationState.Open => WaveState.Open,
        ConsultationState.Closed => WaveState.Closed,
        _ => WaveState.Coming,
    };

    public static WaveSheet From(WavePage wave, ConsultationPage consultation) => new(
        wave.Id,
        wave.ConsultationId,
        wave.InstrumentId,
        wave.InstrumentVersion,
        consultation.OpensOn ?? wave.OpensOn,
        consultation.ClosesOn ?? wave.ClosesOn,
        wave.ClosedOn ?? consultation.ClosedOn);
}
