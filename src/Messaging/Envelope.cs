namespace Messaging;

/// <summary>A message on its way: its body, and all that is known about its delivery.</summary>
public sealed class Envelope
{
    /// <summary>The queue of messages that name no other.</summary>
    public const string DefaultQueue = "default";

    /// <summary>The message's identity. It stays the same through every attempt and in the dead letters, so it serves as an idempotency key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The stable name of the message's type: its <see cref="MessageIdentityAttribute"/>, or else its full type name.</summary>
    public required string MessageType { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>The queue whose worker handles it.</summary>
    public string Queue { get; init; } = DefaultQueue;

    /// <summary>How many attempts to handle it have failed so far.</summary>
    public int Attempts { get; init; }

    /// <summary>When it was sent, by the sender's clock.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it is due: the time it was scheduled for, else the time it was sent; after a failure, the time of the next attempt.</summary>
    public required DateTimeOffset ExecutionTime { get; init; }

    /// <summary>What a whole chain of messages has in common.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What made this message be sent: for one sent by a handler, the id of the envelope it was handling.</summary>
    public string? CausationId { get; init; }

    /// <summary>A second message with the same value, sent within <see cref="MessagingOptions.DeduplicationWindow"/>, is not sent.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>Whose message it is, in a system that serves several tenants.</summary>
    public string? TenantId { get; init; }
}
