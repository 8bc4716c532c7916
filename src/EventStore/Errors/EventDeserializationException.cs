namespace EventStore;

/// <summary>An event of a known type holds JSON that does not fit the type, or that its upcaster refuses.</summary>
public sealed class EventDeserializationException : EventStoreException
{
    internal EventDeserializationException(long sequence, string eventTypeName, Exception? innerException)
        : base(
            "EVENT_DESERIALIZATION_FAILED",
            $"Event {sequence} of type '{eventTypeName}' could not be read: {(innerException is null ? "its data is null" : FailureText.KindOf(innerException))}. Check that the registered type, or the upcaster, still fits what was written.",
            innerException)
    {
        Sequence = sequence;
        EventTypeName = eventTypeName;
    }

    /// <summary>The log position of the event.</summary>
    public long Sequence { get; }

    /// <summary>The alias the event was written under.</summary>
    public string EventTypeName { get; }
}
