using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Feedback;

/// <summary>
/// Looks at each loop again on every day on which it could become overdue. The days follow from the events, so that a message is
/// scheduled for each as it becomes known, and is handled then or as soon as a worker runs again.
/// </summary>
public sealed class LoopDeadlines(MessageOutbox outbox) : ISubscription
{
    public string Name => "LoopDeadlines";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(LoopOpened), typeof(DecisionReopened), typeof(DecisionReplaced), typeof(CommitmentMade), typeof(CommitmentRescheduled), typeof(ActionTaken), typeof(LoopEscalated),
    ];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            operations.QueueSqlCommand(outbox.Send(
                new EscalateOverdueLoop(e.StreamId),
                new DeliveryOptions
                {
                    ScheduledTime = LondonCalendar.StartOf(LookOn(e)),
                    DeduplicationId = $"loop-deadline:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }

    private static DateOnly LookOn(IEvent e) => e.Data switch
    {
        CommitmentMade made => EscalationChain.DayOf(1, made.DueOn),
        CommitmentRescheduled moved => EscalationChain.DayOf(1, moved.DueOn),
        LoopEscalated escalated => EscalationChain.DayOf(escalated.Step + 1, escalated.OverdueSince),
        // A deed can bring the next promise to the fore, and "we cannot" takes all promises back: the day that counts then may be over already.
        ActionTaken or DecisionReplaced => LondonCalendar.DayOf(e.OccurredAt()),
        _ => EscalationChain.DayOf(1, LondonCalendar.DayOf(e.OccurredAt()).AddDays(Loop.DaysToClose)),
    };
}
