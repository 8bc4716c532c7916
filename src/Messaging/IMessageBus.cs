namespace Messaging;

/// <summary>
/// Sends durable messages. Outside a handler each call is a transaction of its own: when it returns, the message is stored and will be
/// handled. Inside a handler the bus is the <see cref="MessageContext"/>: the messages are stored when the handling commits, or never.
/// To send within a unit of work of your own, use <see cref="MessageOutbox"/>.
/// <para>
/// A stored message is handled at least once: what its handler does in its transaction happens once, what it does elsewhere may happen again. Messages are
/// handled in no particular order unless they have a <see cref="DeliveryOptions.PartitionKey"/>. Outside a handler a call that fails or is cancelled may have
/// stored the message all the same; with a <see cref="DeliveryOptions.DeduplicationId"/> it can be repeated safely.
/// </para>
/// </summary>
public interface IMessageBus
{
    /// <summary>Sends a message that somebody must handle.</summary>
    /// <exception cref="NoHandlerException">No handler is known for the message's type.</exception>
    /// <exception cref="UnknownQueueException">The options name a queue that was not declared.</exception>
    ValueTask SendAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull;

    /// <summary>Tells whoever listens: like <see cref="SendAsync"/>, but a message that nobody handles is dropped without a word.</summary>
    /// <exception cref="UnknownQueueException">The options name a queue that was not declared.</exception>
    ValueTask PublishAsync<T>(T message, DeliveryOptions? options = null, CancellationToken cancellationToken = default) where T : notnull;

    /// <summary>Sends a message that is handled at a given time, never before, or, when the system was down then, as soon as it is up again.</summary>
    /// <exception cref="NoHandlerException">No handler is known for the message's type.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The time is the end of time.</exception>
    ValueTask ScheduleAsync<T>(T message, DateTimeOffset at, CancellationToken cancellationToken = default) where T : notnull;
}
