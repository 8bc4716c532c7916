using Engagement.Common;
using Engagement.Consultations;
using EventStore;
using Messaging;

namespace Engagement.Surveys;

/// <summary>
/// Has every wave closed at the end of its last day, and with its consultation: each event that sets the last day, or ends the consultation,
/// sends a message, which is handled then or as soon as a worker runs again.
/// </summary>
public sealed class WaveClosingDates(MessageOutbox outbox) : ISubscription
{
    public string Name => "WaveClosingDates";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(WaveOpened), typeof(WaveExtended), typeof(WaveReopened), typeof(ConsultationClosed), typeof(ConsultationWithdrawn),
    ];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var at = EndOf(e);
            object message = e.Data is ConsultationClosed or ConsultationWithdrawn
                ? new CloseWavesOfConsultation(e.StreamId, at)
                : new CloseWaveWhenDue(e.StreamId, at);
            operations.QueueSqlCommand(outbox.Send(
                message,
                new DeliveryOptions
                {
                    ScheduledTime = at,
                    DeduplicationId = $"close-wave:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }

    private static DateTimeOffset EndOf(IEvent e) => e.Data switch
    {
        WaveOpened opened => EndOf(opened.ClosesOn),
        WaveExtended extended => EndOf(extended.ClosesOn),
        WaveReopened reopened => EndOf(reopened.ClosesOn),
        ConsultationClosed closed => EndOf(closed.ClosedOn),
        ConsultationWithdrawn => e.OccurredAt(),
        _ => throw new InvalidOperationException($"{e.EventTypeName} ends no wave."),
    };

    private static DateTimeOffset EndOf(DateOnly day) => LondonCalendar.StartOf(day.AddDays(1));
}
