namespace EventStore;

/// <summary>All that one unit of work appends to one stream.</summary>
internal sealed class StreamAppend(
    DocumentKey key, StreamExpectation expectation, long version, string? streamType, List<PendingEvent> events, LoadedDocument? loaded = null)
{
    public DocumentKey Key => key;
    public Identity StreamId => key.Id;
    public StreamExpectation Expectation { get; private set; } = expectation;

    /// <summary>The version before the append, where it is expected or was looked up.</summary>
    public long Version { get; private set; } = version;

    public string? StreamType { get; } = streamType;
    public List<PendingEvent> Events => events;

    /// <summary>The document of an inline projection as it is at <see cref="Version"/>, where the caller has loaded it to decide on.</summary>
    public LoadedDocument? Loaded { get; } = loaded;

    /// <summary>Set while inline projections need the version of a stream that the caller did not pin; a conflict then means "look again".</summary>
    public bool IsPinnedByStore { get; private set; }

    public void Add(StreamAppend added)
    {
        switch (added.Expectation)
        {
            case StreamExpectation.Absent:
                throw new InvalidStoreUseException("STREAM_STARTED_TWICE", $"Stream {StreamId} is started and used before in the same unit of work.");
            case StreamExpectation.AtVersion when Expectation == StreamExpectation.Any:
                (Expectation, Version) = (StreamExpectation.AtVersion, added.Version - events.Count);
                break;
            case StreamExpectation.AtVersion when added.Version != Version && added.Version != Version + events.Count:
                throw new InvalidStoreUseException(
                    "STREAM_EXPECTED_TWICE",
                    $"Stream {StreamId} is expected at version {Version} and at version {added.Version} in the same unit of work.");
            default:
                break;
        }

        events.AddRange(added.Events);
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
