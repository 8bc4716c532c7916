namespace Messaging.Storage;

/// <summary>A message about to be stored.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Queue">Its queue.</param>
/// <param name="MessageType">The stable name of its type.</param>
/// <param name="Body">The message as JSON.</param>
/// <param name="Now">The time; null for the database's own.</param>
/// <param name="Delivery">How it is delivered.</param>
/// <param name="TraceParent">The trace it is part of.</param>
internal sealed record OutgoingMessage(
    Guid Id, string Queue, string MessageType, string Body, DateTimeOffset? Now, DeliveryOptions Delivery, string? TraceParent);
