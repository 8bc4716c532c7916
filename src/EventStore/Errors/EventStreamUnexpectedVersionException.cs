namespace EventStore;

/// <summary>The stream moved on (or never was) since the caller looked at it; nothing was written.</summary>
public sealed class EventStreamUnexpectedVersionException : EventStoreException
{
    internal EventStreamUnexpectedVersionException(Identity streamId, long expectedVersion, long actualVersion)
        : base(
            "EVENT_STREAM_UNEXPECTED_VERSION",
            $"Stream {streamId} was expected at version {expectedVersion} but is at version {actualVersion}. Nothing was written. Load the stream again, decide again and retry.")
    {
        StreamId = streamId;
        ExpectedVersion = expectedVersion;
        ActualVersion = actualVersion;
    }

    /// <summary>The stream that was to be appended to.</summary>
    public Identity StreamId { get; }

    /// <summary>The version the stream had to be at before the append.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version the stream was found at just after the conflict; zero when there is no such stream.</summary>
    public long ActualVersion { get; }
}
