namespace EventStore;

/// <summary>Something that cannot be an event was appended.</summary>
public sealed class UnknownEventTypeException : EventStoreException
{
    internal UnknownEventTypeException(Type type, string reason)
        : base("UNKNOWN_EVENT_TYPE", $"'{type}' cannot be appended as an event: {reason}. Append a record or class of your own.") =>
        EventType = type;

    /// <summary>The type that was refused.</summary>
    public Type EventType { get; }
}
