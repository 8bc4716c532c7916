using System.Diagnostics;
using System.Text.Json;
using Messaging.Handling;
using Messaging.Runtime;
using Messaging.Storage;
using Npgsql;

namespace Messaging;

/// <summary>
/// Makes a message part of a unit of work: the message is stored if, and only if, the transaction it is put in commits.
/// <code>
/// session.QueueSqlCommand(outbox.Send(new WelcomeMember(id)));
/// await session.SaveChangesAsync(cancellationToken);
/// outbox.Wake();
/// </code>
/// </summary>
public sealed class MessageOutbox
{
    private readonly MessagingOptions _options;
    private readonly MessageRoutes _routes;
    private readonly EnvelopeStatements _statements;
    private readonly WakeSignals _wake;
    private readonly MessagingClock _clock;

    internal MessageOutbox(MessagingOptions options, MessageRoutes routes, EnvelopeStatements statements, WakeSignals wake, MessagingClock clock) =>
        (_options, _routes, _statements, _wake, _clock) = (options, routes, statements, wake, clock);

    /// <summary>The statement that stores a message. Run it in the transaction that the message belongs to, then call <see cref="Wake"/>.</summary>
    /// <exception cref="NoHandlerException">No handler is known for the message's type.</exception>
    /// <exception cref="UnknownQueueException">The options name a queue that was not declared.</exception>
    /// <exception cref="ArgumentOutOfRangeException">It is scheduled for the end of time.</exception>
    public NpgsqlBatchCommand Send(object message, DeliveryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(message);
        return TrySend(message, options) ?? throw new NoHandlerException(message.GetType());
    }

    /// <summary>
    /// Tells the workers, here and in other processes, that a message was committed, so that they need not wait for their next look.
    /// It returns at once and never fails. It is not part of the transaction, because PostgreSQL lets transactions that notify commit
    /// only one at a time. Forgetting it costs at most <see cref="MessagingOptions.PollingInterval"/>.
    /// </summary>
    public void Wake() => _wake.WakeEverywhere();

    /// <summary>Like <see cref="Send"/>, but null for a message that nobody handles.</summary>
    internal NpgsqlBatchCommand? TrySend(object message, DeliveryOptions? options)
    {
        var queue = options?.Queue ?? Envelope.DefaultQueue;
        if (!_options.Queues.ContainsKey(queue))
            throw new UnknownQueueException(queue, _options.Queues.Keys);
        if (_routes.Find(message.GetType()) is not { } route)
            return null;
        // To PostgreSQL these are infinities, with which it cannot reckon.
        if (options?.ScheduledTime == DateTimeOffset.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(options), "A message scheduled for DateTimeOffset.MaxValue would never be handled.");
        if (options?.ScheduledTime == DateTimeOffset.MinValue)
            options = options with { ScheduledTime = null };

        var outgoing = new OutgoingMessage(
            Guid.CreateVersion7(_clock.LocalNow), queue, route.Name, JsonSerializer.Serialize(message, route.Json), _clock.Now, options ?? DeliveryOptions.None, Activity.Current?.Id);
        return options?.DeduplicationId is null
            ? _statements.Insert(outgoing)
            : _statements.InsertOnce(outgoing, _options.DeduplicationWindow);
    }
}
