using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A wave that was opened, with the dates as they stand now: an extension of its consultation reaches the survey by itself.</summary>
public sealed record WaveSheet(
    Guid Id,
    Guid? ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn)
{
    /// <summary>Whether its consultation is paused or was withdrawn: it then takes no answers, whatever its dates.</summary>
    public bool IsStopped { get; init; }

    /// <summary>What staff call it; null: it is the survey of its consultation.</summary>
    public string? Title { get; init; }

    /// <summary>Whom it asks, where it asks one group only.</summary>
    public Audience? Audience { get; init; }

    public WaveState StateOn(DateOnly today) => IsStopped ? WaveState.Closed : ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn) switch
    {
        ConsultationState.Open => WaveState.Open,
        ConsultationState.Closed => WaveState.Closed,
        _ => WaveState.Coming,
    };

    /// <summary>Null: it has only been scheduled, and nobody can answer it yet.</summary>
    public static WaveSheet? From(WavePage wave, ConsultationPage? consultation) =>
        wave.InstrumentVersion is { } version
        && (consultation?.OpensOn ?? wave.OpensOn) is { } opensOn
        && (consultation?.ClosesOn ?? wave.ClosesOn) is { } closesOn
            ? new WaveSheet(
                wave.Id, wave.ConsultationId, wave.InstrumentId, version, opensOn, closesOn, wave.ClosedOn ?? consultation?.ClosedOn)
            {
                Title = wave.Title,
                Audience = wave.Audience,
                IsStopped = consultation is { PausedOn: not null } or { WithdrawnOn: not null },
            }
            : null;
}
