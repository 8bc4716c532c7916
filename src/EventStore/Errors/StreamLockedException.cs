namespace EventStore;

/// <summary>A stream was asked for exclusively and stayed in the hands of others for too long; nothing was written.</summary>
public sealed class StreamLockedException : EventStoreException
{
    internal StreamLockedException(Identity stream, Exception innerException)
        : base("STREAM_LOCKED", $"Stream {stream} is being written by others. Nothing was written. Try again later.", innerException) =>
        StreamId = stream;

    /// <summary>The stream that was asked for.</summary>
    public Identity StreamId { get; }
}
