using Engagement.Common;
using Engagement.Feedback;
using EventStore;

namespace Engagement.Metrics;

public sealed class LoopHistoryProjection : SingleStreamProjection<LoopHistory>
{
    public override IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(LoopOpened),
        typeof(DecisionRecorded),
        typeof(DecisionReopened),
        typeof(DecisionReplaced),
        typeof(CommitmentMade),
        typeof(CommitmentRescheduled),
        typeof(ActionTaken),
        typeof(EntryPublished),
        typeof(LoopClosed),
    ];

    public override LoopHistory? Evolve(LoopHistory? snapshot, Guid id, IEvent e)
    {
        if (Loop.Evolve(snapshot?.State, e) is not { } loop)
            return null;

        var published = snapshot?.Standings is [.., var last] ? last.PublishedOn : null;
        if (e.Data is EntryPublished)
            published ??= LondonCalendar.DayOf(e.OccurredAt());

        return new LoopHistory
        {
            Id = id,
            ThemeId = loop.ThemeId,
            ConsultationId = loop.ConsultationId,
            State = loop,
            Standings =
            [
                .. snapshot?.Standings ?? [],
                new LoopStanding(e.Timestamp, loop.DueOn, loop.IsClosed, loop.IsReopened, loop.Outcome is not null, published),
            ],
        };
    }
}
