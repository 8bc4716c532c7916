using EventStore;

namespace Engagement.Surveys;

/// <summary>One run of an instrument: scheduled, opened with a version of it, closed. It may be opened again if it stands by itself.</summary>
public sealed record Wave : IEvolve<Wave>
{
    public Guid? ConsultationId { get; init; }

    public required Guid InstrumentId { get; init; }

    /// <summary>The version it asks; null: it has not been opened.</summary>
    public int? InstrumentVersion { get; init; }

    /// <summary>Its own dates; null: those of its consultation.</summary>
    public DateOnly? OpensOn { get; init; }

    public DateOnly? ClosesOn { get; init; }

    public InvitationList? Invitations { get; init; }

    /// <summary>The last day on which it took answers; null while its end has not been recorded.</summary>
    public DateOnly? ClosedOn { get; init; }

    public bool IsOpened => InstrumentVersion is not null;

    /// <summary>Of a wave that was opened and has dates of its own; for one of a consultation ask its <see cref="WaveSheet"/>.</summary>
    public WaveState StateOn(DateOnly today)
    {
        if (ClosedOn is not null || today > ClosesOn)
            return WaveState.Closed;

        return today < OpensOn ? WaveState.Coming : WaveState.Open;
    }

    public static Wave? Evolve(Wave? state, IEvent e) => (state, e.Data) switch
    {
        (null, WaveScheduled scheduled) => new Wave
        {
            ConsultationId = scheduled.ConsultationId,
            InstrumentId = scheduled.InstrumentId,
            OpensOn = scheduled.OpensOn,
            ClosesOn = scheduled.ClosesOn,
        },
        (null, WaveOpened opened) => Open(new Wave { InstrumentId = opened.InstrumentId }, opened),
        (null, _) => null,
        (_, WaveOpened opened) => Open(state, opened),
        (_, InvitationListFixed invitations) => state with { Invitations = invitations.List },
        (_, WaveVersionChanged changed) => state with { InstrumentVersion = changed.InstrumentVersion },
        (_, WaveExtended extended) => state with { ClosesOn = extended.ClosesOn },
        (_, WaveClosed closed) => state with { ClosedOn = closed.ClosedOn },
        (_, WaveReopened reopened) => state with { ClosedOn = null, ClosesOn = reopened.ClosesOn },
        _ => state,
    };

    /// <summary>The survey that a consultation has without scheduling one: one, so its id follows from the consultation's.</summary>
    public static Guid IdFor(Guid consultationId) => Common.DeterministicId.From("wave", consultationId.ToString("N"), "1");

    private static Wave Open(Wave wave, WaveOpened opened) => wave with
    {
        ConsultationId = opened.ConsultationId,
        InstrumentVersion = opened.InstrumentVersion,
        OpensOn = opened.OpensOn,
        ClosesOn = opened.ClosesOn,
    };
}
