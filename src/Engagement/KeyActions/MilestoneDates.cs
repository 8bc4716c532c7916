using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.KeyActions;

/// <summary>
/// Has each milestone recorded as missed when its day is over: every event that sets that day schedules a message for the midnight after it, which is handled
/// then or as soon as a worker runs again.
/// </summary>
public sealed class MilestoneDates(MessageOutbox outbox) : ISubscription
{
    public string Name => "MilestoneDates";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(MilestoneSet), typeof(MilestoneDueDateChanged)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var (milestone, dueOn) = e.Data switch
            {
                MilestoneSet set => (set.MilestoneId, set.DueOn),
                MilestoneDueDateChanged changed => (changed.MilestoneId, changed.DueOn),
                _ => throw new InvalidOperationException($"{e.EventTypeName} sets no day."),
            };
            var at = LondonCalendar.StartOf(dueOn.AddDays(1));
            operations.QueueSqlCommand(outbox.Send(
                new MissMilestone(e.StreamId, milestone, at),
                new DeliveryOptions
                {
                    ScheduledTime = at,
                    DeduplicationId = $"milestone-due:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }
}
