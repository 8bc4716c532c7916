using Engagement.Common;
using Engagement.Consultations;

namespace Engagement.Surveys;

/// <summary>A wave that was opened, with the dates as they stand now: an extension of its consultation reaches the survey by itself.</summary>
/// <param name="Id">Which wave.</param>
/// <param name="ConsultationId">The consultation it is part of; null: it stands by itself.</param>
/// <param name="InstrumentId">Whose questions it asks.</param>
/// <param name="InstrumentVersion">In which version it asks the questions.</param>
/// <param name="OpensOn">The first day.</param>
/// <param name="ClosesOn">The last day, to its midnight in London, as it stands now.</param>
/// <param name="ClosedOn">The day on which it ended, once that is recorded.</param>
public sealed record WaveSheet(
    Guid Id,
    Guid? ConsultationId,
    Guid InstrumentId,
    int InstrumentVersion,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly? ClosedOn)
{
    /// <summary>Whether its consultation is paused: it takes no answers until that is resumed, whatever its dates.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The day on which its consultation was withdrawn: it takes no answers any more, whatever its dates.</summary>
    public DateOnly? WithdrawnOn { get; init; }

    /// <summary>Whether its consultation was withdrawn.</summary>
    public bool IsWithdrawn => WithdrawnOn is not null;

    /// <summary>The last day on which its consultation lets late answers count; null: none do.</summary>
    public DateOnly? LateUntil { get; init; }

    /// <summary>What staff call it; null: it is the survey of its consultation.</summary>
    public string? Title { get; init; }

    /// <summary>Whom it asks, where it asks one group only.</summary>
    public Audience? Audience { get; init; }

    public WaveState StateOn(DateOnly today) => IsPaused || IsWithdrawn ? WaveState.Closed : ConsultationStates.On(today, OpensOn, ClosesOn, ClosedOn) switch
    {
        ConsultationState.Open => WaveState.Open,
        ConsultationState.Closed => WaveState.Closed,
        _ => WaveState.Coming,
    };

    /// <summary>
    /// Whether what reached us on a day after the close may still count. In a consultation that is for whoever runs it to say, for all its surveys.
    /// </summary>
    public bool AcceptsLateOn(DateOnly day) =>
        !IsPaused && !IsWithdrawn && StateOn(day) == WaveState.Closed && (ConsultationId is null || day <= LateUntil);

    /// <summary>The last day on which it takes answers, as things stand now.</summary>
    public DateOnly LastDay() => LastDay(ClosesOn, WithdrawnOn);

    /// <summary>Null: it has only been scheduled, and nobody can answer it yet.</summary>
    public static WaveSheet? From(WavePage wave, ConsultationPage? consultation) =>
        wave.InstrumentVersion is { } version
        && (consultation?.OpensOn ?? wave.OpensOn) is { } opensOn
        && (consultation?.ClosesOn ?? wave.ClosesOn) is { } closesOn
            ? new WaveSheet(
                wave.Id, wave.ConsultationId, wave.InstrumentId, version, opensOn, closesOn, EndRecorded(wave, closesOn, consultation))
            {
                Title = wave.Title,
                Audience = wave.Audience,
                IsPaused = consultation is { PausedOn: not null, WithdrawnOn: null },
                WithdrawnOn = consultation?.WithdrawnOn,
                LateUntil = consultation?.Late?.Until,
            }
            : null;

    // Where its consultation was given more days after it had closed, what was recorded of the earlier day is overtaken.
    private static DateOnly? EndRecorded(WavePage wave, DateOnly closesOn, ConsultationPage? consultation) =>
        wave.ClosedOn >= LastDay(closesOn, consultation?.WithdrawnOn) ? wave.ClosedOn : consultation?.ClosedOn;

    private static DateOnly LastDay(DateOnly closesOn, DateOnly? withdrawnOn) =>
        withdrawnOn is { } day && day < closesOn ? day : closesOn;
}
