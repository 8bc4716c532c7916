using Npgsql;

namespace EventStore;

/// <summary>Documents on their way through a long part of the log: they stay in memory while events go to them, and are written once in a while instead of after every page.</summary>
internal sealed class DocumentBuild<TDoc>(DocumentProcessor<TDoc> processor, DocumentType<TDoc> live, DocumentType<TDoc> written) : ProjectionBuild where TDoc : class
{
    private const int MaxInMemory = 200_000;

    private readonly Dictionary<DocumentKey, (TDoc? Document, long Version)> _documents = [];
    private readonly HashSet<DocumentKey> _unwritten = [];
    private bool _holdsAll;

    public override ShadowTable Table => live.Shadow;

    public override int Unwritten => _unwritten.Count;

    public override void StartEmpty() => _holdsAll = true;

    public override async ValueTask ApplyAsync(NpgsqlConnection connection, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var slices = new Slices();
        await processor.RouteAsync(events, slices, cancellationToken).ConfigureAwait(false);
        if (!_holdsAll && slices.Keys.Where(key => !_documents.ContainsKey(key)).ToList() is { Count: > 0 } missing)
        {
            foreach (var (key, snapshot) in await written.LoadAsync(connection, missing, cancellationToken).ConfigureAwait(false))
                _documents.Add(key, (snapshot.Document, snapshot.Version));
        }

        foreach (var (key, slice) in slices)
        {
            var (document, version) = _documents.GetValueOrDefault(key);
            _documents[key] = processor.Fold(key, document, version, slice);
            _unwritten.Add(key);
        }
    }

    public override void Forget()
    {
        _holdsAll = false;
        _documents.Clear();
        _unwritten.Clear();
    }

    public override void WriteInto(WriteBatch batch)
    {
        var stored = new List<(DocumentKey Key, Snapshot<TDoc> Snapshot)>(_unwritten.Count);
        var deleted = new List<DocumentKey>();
        foreach (var key in _unwritten)
        {
            var (document, version) = _documents[key];
            if (document is not null) stored.Add((key, new Snapshot<TDoc>(document, version)));
            else deleted.Add(key);
        }

        if (stored.Count > 0) batch.Add(written.StoreMany(stored));
        if (deleted.Count > 0) batch.Add(written.DeleteMany(deleted));
        _unwritten.Clear();
        if (_documents.Count > MaxInMemory) Forget();
    }
}
