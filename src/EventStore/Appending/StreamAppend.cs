namespace EventStore;

/// <summary>All that one unit of work appends to one stream.</summary>
internal sealed class StreamAppend(Guid streamId, StreamExpectation expectation, long version, string? streamType, List<PendingEvent> events)
{
    public Guid StreamId => streamId;
    public StreamExpectation Expectation { get; private set; } = expectation;

    /// <summary>The version before the append, where it is expected or was looked up.</summary>
    public long Version { get; private set; } = version;

    public string? StreamType { get; } = streamType;
    public List<PendingEvent> Events => events;

    /// <summary>Set while inline projections need the version of a stream that the caller did not pin; a conflict then means "look again".</summary>
    public bool IsPinnedByStore { get; private set; }

    public void Add(StreamExpectation added, long addedVersion, List<PendingEvent> more)
    {
        switch (added)
        {
            case StreamExpectation.Absent:
                throw new InvalidStoreUseException("STREAM_STARTED_TWICE", $"Stream {streamId} is started and used before in the same unit of work.");
            case StreamExpectation.AtVersion when Expectation == StreamExpectation.Any:
                (Expectation, Version) = (StreamExpectation.AtVersion, addedVersion - events.Count);
                break;
            case StreamExpectation.AtVersion when addedVersion != Version && addedVersion != Version + events.Count:
                throw new InvalidStoreUseException(
                    "STREAM_EXPECTED_TWICE",
                    $"Stream {streamId} is expected at version {Version} and at version {addedVersion} in the same unit of work.");
            default:
                break;
        }

        events.AddRange(more);
    }

    public void Pin(long version)
    {
        (Expectation, Version, IsPinnedByStore) = (StreamExpectation.AtVersion, version, true);
        NumberEvents();
    }

    public void NumberEvents()
    {
        for (var i = 0; i < events.Count; i++) events[i].Event.Version = Version + i + 1;
    }
}
