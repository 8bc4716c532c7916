namespace EventStore;

/// <summary>An archived stream was to be appended to; nothing was written.</summary>
public sealed class ArchivedStreamException : EventStoreException
{
    internal ArchivedStreamException(Identity stream)
        : base("STREAM_ARCHIVED", $"Stream {stream} is archived, so nothing can be appended to it. Nothing was written. Take it back first (UnArchiveStream), or start another.") =>
        StreamId = stream;

    /// <summary>The stream that was to be appended to.</summary>
    public Identity StreamId { get; }
}
