using EventStore;

namespace Engagement.Surveys;

public sealed class WavePageProjection : SingleStreamProjection<WavePage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(WaveOpened), typeof(WaveClosed)];

    public override WavePage? Evolve(WavePage? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, WaveOpened opened) => new WavePage
        {
            Id = id,
            ConsultationId = opened.ConsultationId,
            InstrumentId = opened.InstrumentId,
            InstrumentVersion = opened.InstrumentVersion,
            OpensOn = opened.OpensOn,
            ClosesOn = opened.ClosesOn,
        },
        ({ } page, WaveClosed closed) => page with { ClosedOn = closed.ClosedOn },
        _ => snapshot,
    };
}
