namespace EventStore;

internal readonly record struct PendingEvent(RecordedEvent Event, EventTypeMapping Mapping);
