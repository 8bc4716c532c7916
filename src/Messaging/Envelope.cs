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

    /// <summary>How often a node ended, or was cut off, while it had this message. It may be that the message is the reason.</summary>
    public int Interruptions { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When it is due: the time it was scheduled for, else the time it was sent; after a failure, the time of the next attempt.</summary>
    public required DateTimeOffset ExecutionTime { get; init; }

    /// <summary>What a whole chain of messages has in common.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What made this message be sent: for one sent by a handler, the id of the envelope it was handling.</summary>
    public string? CausationId { get; init; }

    /// <summary>A second message with the same value is not sent while it is remembered: see <see cref="DeliveryOptions.DeduplicationId"/>.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>Whose message it is, in a system that serves several tenants.</summary>
    public string? TenantId { get; init; }

    /// <summary>Messages of one queue with the same key are handled one after another, in the order they were sent, whatever fails.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The W3C trace context of what sent it, so that the handling shows in the same trace.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Where it stands in the order of sending.</summary>
    internal long Position { get; init; }

    /// <summary>How long it had been due when it was claimed.</summary>
    internal TimeSpan Waited { get; init; }

    /// <summary>When it was claimed, by the process's steady clock.</summary>
    internal long ClaimedTimestamp { get; init; }

    /// <summary>The same message after an attempt that failed.</summary>
    internal Envelope AfterFailure() => With(Attempts + 1, Interruptions);

    /// <summary>The same message after its node was lost.</summary>
    internal Envelope AfterLoss() => With(Attempts, Interruptions + 1);

    private Envelope With(int attempts, int interruptions) => new()
    {
        Id = Id,
        MessageType = MessageType,
        Body = Body,
        Queue = Queue,
        Attempts = attempts,
        Interruptions = interruptions,
        SentAt = SentAt,
        ExecutionTime = ExecutionTime,
        CorrelationId = CorrelationId,
        CausationId = CausationId,
        DeduplicationId = DeduplicationId,
        TenantId = TenantId,
        PartitionKey = PartitionKey,
        TraceParent = TraceParent,
        Position = Position,
        Waited = Waited,
        ClaimedTimestamp = ClaimedTimestamp,
    };
}
