using Engagement.Surveys;
using EventStore;

namespace Engagement.Metrics;

/// <summary>Whom a wave asked, as it was known at every moment.</summary>
public sealed record WaveHistory
{
    public required Guid Id { get; init; }

    public Guid? ConsultationId { get; init; }

    /// <summary>In the order they were recorded in.</summary>
    public IReadOnlyList<WaveReach> Reaches { get; init; } = [];
}

/// <param name="RecordedAt">From when it was known.</param>
/// <param name="Invitations">Null: an open link.</param>
/// <param name="DenominatorSetId">The population it could have reached; null where none was named.</param>
public sealed record WaveReach(DateTimeOffset RecordedAt, InvitationList? Invitations, Guid? DenominatorSetId);

public sealed class WaveHistoryProjection : SingleStreamProjection<WaveHistory>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } = [typeof(WaveScheduled), typeof(WaveOpened), typeof(InvitationListFixed)];

    public override WaveHistory? Evolve(WaveHistory? snapshot, Guid id, IEvent e)
    {
        var history = snapshot ?? new WaveHistory { Id = id };
        var last = history.Reaches is [.., var latest] ? latest with { RecordedAt = e.Timestamp } : new WaveReach(e.Timestamp, null, null);
        return e.Data switch
        {
            WaveScheduled scheduled => history with { ConsultationId = scheduled.ConsultationId, Reaches = [.. history.Reaches, last] },
            WaveOpened opened => history with
            {
                ConsultationId = opened.ConsultationId,
                Reaches = [.. history.Reaches, last with { DenominatorSetId = opened.DenominatorSetId }],
            },
            InvitationListFixed list => history with { Reaches = [.. history.Reaches, last with { Invitations = list.List }] },
            _ => snapshot,
        };
    }
}
