using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Feedback;

/// <summary>Makes sure that every published entry is followed by telling those who contributed to it.</summary>
public sealed class PublishedEntries(MessageOutbox outbox) : ISubscription
{
    public string Name => "PublishedEntries";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(EntryPublished)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            operations.QueueSqlCommand(outbox.Send(
                new TellContributors(e.StreamId, e.OccurredElsewhen()),
                new DeliveryOptions
                {
                    DeduplicationId = $"tell-contributors:{e.Id:N}",
                    CorrelationId = e.CorrelationId,
                    CausationId = e.Id.ToString("N"),
                }));
        }

        return Task.CompletedTask;
    }
}
