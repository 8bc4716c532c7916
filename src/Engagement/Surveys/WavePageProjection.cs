using Engagement.Common;
using EventStore;

namespace Engagement.Surveys;

public sealed class WavePageProjection : SingleStreamProjection<WavePage>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(WaveScheduled),
        typeof(InvitationListFixed),
        typeof(WaveOpened),
        typeof(WaveVersionChanged),
        typeof(WaveExtended),
        typeof(WaveClosed),
        typeof(WaveReopened),
    ];

    public override WavePage? Evolve(WavePage? snapshot, Guid id, IEvent e)
    {
        var page = Show(snapshot, id, e);
        return page is null ? null : page with { Version = (int)e.Version };
    }

    private static WavePage? Show(WavePage? page, Guid id, IEvent e) => (page, e.Data) switch
    {
        (null, WaveScheduled scheduled) => new WavePage
        {
            Id = id,
            ConsultationId = scheduled.ConsultationId,
            InstrumentId = scheduled.InstrumentId,
            Title = scheduled.Title,
            Audience = scheduled.Audience,
            Frequency = scheduled.Frequency,
            OpensOn = scheduled.OpensOn,
            ClosesOn = scheduled.ClosesOn,
            MadeAt = e.OccurredAt(),
        },
        (null, WaveOpened opened) => Open(new WavePage { Id = id, InstrumentId = opened.InstrumentId, MadeAt = e.OccurredAt() }, opened),
        (null, _) => null,
        (_, InvitationListFixed invitations) => page with { Invitations = invitations.List },
        (_, WaveOpened opened) => Open(page, opened),
        (_, WaveVersionChanged changed) => page with { InstrumentVersion = changed.InstrumentVersion },
        (_, WaveExtended extended) => page with { ClosesOn = extended.ClosesOn },
        (_, WaveClosed closed) => page with { ClosedOn = closed.ClosedOn },
        (_, WaveReopened reopened) => page with { ClosedOn = null, ClosesOn = reopened.ClosesOn },
        _ => page,
    };

    private static WavePage Open(WavePage page, WaveOpened opened) => page with
    {
        ConsultationId = opened.ConsultationId,
        InstrumentVersion = opened.InstrumentVersion,
        OpensOn = opened.OpensOn,
        ClosesOn = opened.ClosesOn,
        DenominatorSetId = opened.DenominatorSetId,
    };
}
