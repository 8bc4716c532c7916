using Engagement.Common;
using Engagement.Surveys;
using EventStore;
using Messaging;

namespace Engagement.Measures;

/// <summary>Has the measures reported that a survey wave feeds, as soon as it closes; and, of waves that have closed before, as soon as a measure names its statements.</summary>
public sealed class WaveActuals(MessageOutbox outbox) : ISubscription
{
    public string Name => "WaveActuals";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(WaveClosed), typeof(StatementsNamed)];

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            var options = new DeliveryOptions
            {
                DeduplicationId = $"wave-actuals:{e.Id:N}",
                CorrelationId = e.CorrelationId,
                CausationId = e.Id.ToString("N"),
            };
            operations.QueueSqlCommand(e.Data is StatementsNamed
                ? outbox.Send(new ReportNamedWaves(e.StreamId, e.OccurredAt()), options)
                : outbox.Send(new ReportWaveActuals(e.StreamId, e.OccurredAt()), options));
        }

        return Task.CompletedTask;
    }
}
