namespace EventStore;

/// <summary>
/// A bulk insert met something it may not write. The batches before are committed, nothing of this one or later ones is.
/// The inner exception is what a session would have thrown.
/// </summary>
public sealed class BulkInsertStoppedException : EventStoreException
{
    internal BulkInsertStoppedException(BulkInsertProgress committed, EventStoreException reason)
        : base(
            "BULK_INSERT_STOPPED",
            $"The bulk insert stopped after {committed.Streams} stream actions with {committed.Events} events, which are committed; of those after them nothing was written. "
            + $"Put right what the source gives from there on and insert the rest. The reason: {reason.Message}",
            reason) => Committed = committed;

    /// <summary>What is committed.</summary>
    public BulkInsertProgress Committed { get; }
}
