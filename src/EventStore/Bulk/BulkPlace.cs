namespace EventStore;

/// <summary>Where an action's events go: into a stream, after so many others of the batch.</summary>
internal readonly record struct BulkPlace(StreamAction Action, BulkStream Stream, int Offset)
{
    public long VersionBefore => Stream.VersionBefore + Offset;
}
