namespace EventStore;

/// <summary>Something was used as an event that cannot be one, or whose type is not registered; nothing was written.</summary>
public sealed class UnknownEventTypeException : EventStoreException
{
    internal UnknownEventTypeException(Type type, string reason)
        : base("UNKNOWN_EVENT_TYPE", $"'{type}' cannot be used as an event: {reason}.") =>
        EventType = type;

    /// <summary>The type that was refused.</summary>
    public Type EventType { get; }
}
