namespace EventStore;

/// <summary>A projection could not be rebuilt because of one event; what is read is as it was before.</summary>
public sealed class RebuildFailedException : EventStoreException
{
    internal RebuildFailedException(string projectionName, long sequence, string why, Exception innerException)
        : base(
            "PROJECTION_REBUILD_FAILED",
            $"'{projectionName}' cannot be rebuilt: event {sequence} fails with {why} What is read is as it was. Correct the projection, or let it skip such events (Projections.Errors), and ask again.",
            innerException)
    {
        ProjectionName = projectionName;
        Sequence = sequence;
    }

    /// <summary>The projection.</summary>
    public string ProjectionName { get; }

    /// <summary>The log position of the event.</summary>
    public long Sequence { get; }
}
