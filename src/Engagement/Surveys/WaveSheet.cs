using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A wave with the dates of its consultation as they stand now: an extension reaches the survey by itself.</summary>
public sealed record WaveSheet(
    Guid Id,
    Guid ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn)
{
    /// <summary>Whether its consultation is paused or was withdrawn: it then takes no answers, whatever its dates.</summary>
    public bool IsStopped { get; init; }

    public WaveState StateOn(DateOnly today) => IsStopped ? WaveState.Closed : ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn) switch
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
        wave.ClosedOn ?? consultation.ClosedOn)
    {
        IsStopped = consultation.PausedOn is not null || consultation.WithdrawnOn is not null,
    };
}
