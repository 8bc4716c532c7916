using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Consultations;

/// <summary>
/// Has every consultation closed at the end of its last day: each event that sets that day schedules a message for the midnight after it, which
/// is handled then or as soon as a worker runs again. That the first day has come is not recorded: nothing is decided by it.
/// </summary>
public sealed class ClosingDates(MessageOutbox outbox) : ISubscription
{
    public string Name => "ClosingDates";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ConsultationOpened), typeof(ClosingDateExtended), typeof(ClosingDateCorrected), typeof(ConsultationResumed),
    ];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var at = LondonCalendar.StartOf(ClosesOn(e).AddDays(1));
            operations.QueueSqlCommand(outbox.Send(
                new CloseWhenDue(e.StreamId, at),
                new DeliveryOptions
                {
                    ScheduledTime = at,
                    DeduplicationId = $"close-consultation:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }

    private static DateOnly ClosesOn(IEvent e) => e.Data switch
    {
        ConsultationOpened opened => opened.ClosesOn,
        ClosingDateExtended extended => extended.ClosesOn,
        ClosingDateCorrected corrected => corrected.ClosesOn,
        ConsultationResumed resumed => resumed.ClosesOn,
        _ => throw new InvalidOperationException($"{e.EventTypeName} sets no closing date."),
    };
}
