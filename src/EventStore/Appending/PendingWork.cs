using Npgsql;

namespace EventStore;

/// <summary>What a session has collected and not yet saved.</summary>
internal sealed class PendingWork
{
    private Dictionary<DocumentKey, StreamAppend>? _byStream;

    public List<StreamAppend> Appends { get; } = [];
    public List<NpgsqlBatchCommand> Documents { get; } = [];
    public List<NpgsqlBatchCommand> Queued { get; } = [];
    public (string Key, string Result)? Idempotency { get; set; }

    public int EventCount
    {
        get
        {
            var count = 0;
            foreach (var append in Appends) count += append.Events.Count;
            return count;
        }
    }

    public bool IsEmpty => Appends.Count == 0 && Documents.Count == 0 && Queued.Count == 0 && Idempotency is null;

    public void Append(StreamAppend added)
    {
        if (Find(added.Key) is { } known)
        {
            known.Add(added);
            return;
        }

        Appends.Add(added);
        if (Appends.Count == 2) _byStream = new Dictionary<DocumentKey, StreamAppend> { [Appends[0].Key] = Appends[0] };
        _byStream?.Add(added.Key, added);
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
    private StreamAppend? Find(DocumentKey stream) =>
        _byStream is not null ? _byStream.GetValueOrDefault(stream)
        : Appends.Count == 1 && Appends[0].Key == stream ? Appends[0]
        : null;
}
