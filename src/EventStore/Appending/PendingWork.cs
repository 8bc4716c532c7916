using Npgsql;

namespace EventStore;

/// <summary>What a session has collected and not yet saved.</summary>
internal sealed class PendingWork
{
    private Dictionary<Guid, StreamAppend>? _byStream;

    public List<StreamAppend> Appends { get; } = [];
    public List<NpgsqlBatchCommand> Documents { get; } = [];
    public List<NpgsqlBatchCommand> Queued { get; } = [];
    public (string Key, string Result)? Idempotency { get; set; }

    public bool IsEmpty => Appends.Count == 0 && Documents.Count == 0 && Queued.Count == 0 && Idempotency is null;

    public void Append(Guid streamId, StreamExpectation expectation, long version, string? streamType, List<PendingEvent> events)
    {
        if (Find(streamId) is { } known)
        {
            known.Add(expectation, version, events);
            return;
        }

        var append = new StreamAppend(streamId, expectation, version, streamType, events);
        Appends.Add(append);
        if (Appends.Count == 2) _byStream = new Dictionary<Guid, StreamAppend> { [Appends[0].StreamId] = Appends[0] };
        _byStream?.Add(streamId, append);
    }

    public void Clear()
    {
        Appends.Clear();
        Documents.Clear();
        Queued.Clear();
        Idempotency = null;
        _byStream = null;
    }

    // Most units of work touch one stream; only others pay for a dictionary.
    private StreamAppend? Find(Guid streamId) =>
        _byStream is not null ? _byStream.GetValueOrDefault(streamId)
        : Appends.Count == 1 && Appends[0].StreamId == streamId ? Appends[0]
        : null;
}
