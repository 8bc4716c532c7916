namespace EventStore;

/// <summary>An event about to be written, with its JSON: made when it is appended, so that what cannot be written is refused there.</summary>
internal readonly record struct PendingEvent(RecordedEvent Event, EventTypeMapping Mapping, byte[] Json);
