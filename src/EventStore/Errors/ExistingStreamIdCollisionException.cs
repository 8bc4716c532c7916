namespace EventStore;

/// <summary>A stream was to be started under an identity that is already in use; nothing was written.</summary>
public sealed class ExistingStreamIdCollisionException : EventStoreException
{
    internal ExistingStreamIdCollisionException(Identity streamId)
        : base(
            "EXISTING_STREAM_ID_COLLISION",
            $"Stream {streamId} exists already, so it cannot be started. Nothing was written. Append to it, or start a stream with a new identity.") =>
        StreamId = streamId;

    /// <summary>The identity that is in use.</summary>
    public Identity StreamId { get; }
}
