namespace EventStore;

/// <summary>
/// An event whose data does not fit its type, where others must get on without it: to a listener it looks like one of an unknown type,
/// and the daemon takes it for one that no projection can handle.
/// </summary>
internal sealed class UnreadableEvent(UnknownEvent data, EventDeserializationException failure) : RecordedEvent, IEvent<UnknownEvent>
{
    public override object Data => data;

    UnknownEvent IEvent<UnknownEvent>.Data => data;

    public EventDeserializationException Failure => failure;
}
