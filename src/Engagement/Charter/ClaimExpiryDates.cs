using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Charter;

/// <summary>Has every claim expire on its day: a message is scheduled as it is made, and handled then or as soon as a worker runs again.</summary>
public sealed class ClaimExpiryDates(MessageOutbox outbox) : ISubscription
{
    public string Name => "ClaimExpiryDates";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ClaimMade)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var made = (ClaimMade)e.Data;
            operations.QueueSqlCommand(outbox.Send(
                new ExpireClaim(e.StreamId, made.ClaimId),
                new DeliveryOptions
                {
                    ScheduledTime = LondonCalendar.StartOf(made.ExpiresOn),
                    DeduplicationId = $"claim-expiry:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }
}
