using EventStore;

namespace Engagement.Surveys;

/// <summary>One run of an instrument. Closed is terminal: a further run is a new wave.</summary>
public sealed record Wave : IEvolve<Wave>
{
    public Guid? ConsultationId { get; init; }

    public bool IsClosed { get; init; }

    public static Wave? Evolve(Wave? state, IEvent e) => (state, e.Data) switch
    {
        (null, WaveOpened opened) => new Wave { ConsultationId = opened.ConsultationId },
        ({ } wave, WaveClosed) => wave with { IsClosed = true },
        _ => state,
    };

    /// <summary>The survey of a consultation: one, so its id follows from the consultation's.</summary>
    public static Guid IdFor(Guid consultationId) => Common.DeterministicId.From("wave", consultationId.ToString("N"), "1");
}
