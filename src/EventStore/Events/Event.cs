namespace EventStore;

/// <summary>Makes events outside a store, for folding in tests and in pure code.</summary>
public static class Event
{
    /// <summary>Wraps <paramref name="data"/> as an event with its default alias and a new identity.</summary>
    /// <param name="data">The event itself.</param>
    /// <param name="streamId">The stream it is said to belong to.</param>
    /// <param name="version">Its position in that stream.</param>
    /// <param name="timestamp">When it happened; the Unix epoch when not given, so that folds stay repeatable.</param>
    public static IEvent<T> For<T>(T data, Identity streamId = default, long version = 0, DateTimeOffset? timestamp = null) where T : notnull =>
        new RecordedEvent<T>(data)
        {
            Id = Guid.CreateVersion7(),
            Stream = streamId,
            Version = version,
            EventTypeName = NameAlias.ForEvent(typeof(T)),
            Timestamp = timestamp ?? DateTimeOffset.UnixEpoch,
        };
}
