namespace Messaging;

/// <summary>How one message is delivered. All that is left out has a sensible default.</summary>
public sealed record DeliveryOptions
{
    internal static readonly DeliveryOptions None = new();

    /// <summary>
    /// The earliest time it is handled; at once when absent, past or <see cref="DateTimeOffset.MinValue"/>. Where a worker is free, it is begun within
    /// milliseconds of it; never before. <see cref="DateTimeOffset.MaxValue"/> is refused.
    /// </summary>
    public DateTimeOffset? ScheduledTime { get; init; }

    /// <summary>A queue declared with <see cref="MessagingOptions.AddQueue"/>; <see cref="Envelope.DefaultQueue"/> when absent.</summary>
    public string? Queue { get; init; }

    /// <summary>
    /// Sends the message only if none with this value is remembered. It is remembered from the commit that sends the first, and for
    /// <see cref="MessagingOptions.DeduplicationWindow"/> after that one's <see cref="ScheduledTime"/> (or its sending), whatever became of it. Of two
    /// that are sent at the same moment the second waits until the first has committed, and is sent if that was rolled back.
    /// </summary>
    public string? DeduplicationId { get; init; }

    /// <summary>What a whole chain of messages has in common. A message sent by a handler takes it from the message being handled.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What made this message be sent. For a message sent by a handler it is the id of the envelope being handled.</summary>
    public string? CausationId { get; init; }

    /// <summary>Whose message it is. A message sent by a handler takes it from the message being handled.</summary>
    public string? TenantId { get; init; }

    /// <summary>
    /// Asks for strict order: of the messages of one queue with the same key, one at a time is handled, on whichever node, in the order they
    /// were sent. One that fails holds the later ones back until it is handled or among the dead letters; messages with other keys go on.
    /// </summary>
    public string? PartitionKey { get; init; }
}
