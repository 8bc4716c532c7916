using Npgsql;

namespace EventStore;

/// <summary>Loads the documents that events go to, folds, and writes them.</summary>
internal abstract class DocumentProcessor<TDoc>(DocumentStore store, string name, IReadOnlyCollection<Type>? eventTypes, IFold<TDoc> fold)
    : EventProcessor(store, name, eventTypes)
    where TDoc : class
{
    protected DocumentType<TDoc> Documents { get; } = store.Documents.For<TDoc>();

    public override ProjectionBuild CreateBuild(bool isBeside) => new DocumentBuild<TDoc>(this, Documents, isBeside ? Documents.Beside() : Documents);

    public override async Task ProcessAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken)
    {
        var slices = new Slices();
        await RouteAsync(events, slices, cancellationToken).ConfigureAwait(false);
        if (slices.Count == 0) return;

        var loaded = await Documents.LoadAsync(connection, slices.Keys, cancellationToken).ConfigureAwait(false);
        var stored = new List<(DocumentKey Key, Snapshot<TDoc> Snapshot)>(slices.Count);
        var deleted = new List<DocumentKey>();
        foreach (var (key, slice) in slices)
        {
            var exists = loaded.TryGetValue(key, out var snapshot);
            var (document, version) = Fold(key, exists ? snapshot.Document : null, snapshot.Version, slice);
            if (document is not null) stored.Add((key, new Snapshot<TDoc>(document, version)));
            else if (exists) deleted.Add(key);
        }

        if (stored.Count > 0) batch.Add(Documents.StoreMany(stored));
        if (deleted.Count > 0) batch.Add(Documents.DeleteMany(deleted));
    }

    public override async Task ProcessInlineAsync(IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken)
    {
        var slices = new Slices();
        await RouteAsync(events, slices, cancellationToken).ConfigureAwait(false);
        if (slices.Count == 0) return;

        var loaded = await LoadForInlineAsync(slices, work, cancellationToken).ConfigureAwait(false);
        foreach (var (key, slice) in slices)
        {
            var (document, version, written) = loaded.GetValueOrDefault(key);
            (document, version) = await CatchUpAsync(key, document, version, slice[0].Version - 1, work.Connection, cancellationToken).ConfigureAwait(false);
            (document, version) = Fold(key, document, version, slice);
            if (document is not null && written is null) work.AddGuarded(Documents.Insert(key, new Snapshot<TDoc>(document, version)));
            else if (document is not null) work.AddGuarded(Documents.Replace(key, new Snapshot<TDoc>(document, version), written!.Value));
            else if (written is not null) work.AddGuarded(Documents.Remove(key, written.Value));
        }
    }

    /// <summary>Puts each event to the documents it goes to.</summary>
    public abstract ValueTask RouteAsync(IReadOnlyList<IEvent> events, Slices slices, CancellationToken cancellationToken);

    /// <summary>The document's version after an event; not above <paramref name="version"/> when the event is folded in already.</summary>
    protected abstract long VersionAfter(long version, IEvent e);

    /// <summary>The version to go on from after an event that ended the document: it must not depend on whether the next event comes in the same page.</summary>
    protected virtual long VersionWhenGone(long version) => version;

    /// <summary>Whether an event is the first that its document can have been made from.</summary>
    protected virtual bool IsNew(IEvent first) => false;

    /// <summary>What a document lacks up to a version of its stream, folded in; read with the connection that is held anyway, if one is.</summary>
    protected virtual ValueTask<(TDoc? Document, long Version)> CatchUpAsync(
        DocumentKey key, TDoc? document, long version, long upTo, NpgsqlConnection? held, CancellationToken cancellationToken) =>
        ValueTask.FromResult((document, version));

    public (TDoc? Document, long Version) Fold(DocumentKey key, TDoc? document, long version, IEnumerable<IEvent> events)
    {
        foreach (var e in events)
        {
            var after = VersionAfter(version, e);
            if (after <= version) continue;
            document = fold.Fold(document, key.Id, e);
            version = document is null ? VersionWhenGone(after) : after;
        }

        return (document, version);
    }

    private async Task<Dictionary<DocumentKey, (TDoc? Document, long Version, uint? Written)>> LoadForInlineAsync(
        Slices slices, InlineWork work, CancellationToken cancellationToken)
    {
        var loaded = new Dictionary<DocumentKey, (TDoc?, long, uint?)>(slices.Count);
        var unknown = new List<DocumentKey>();
        foreach (var (key, slice) in slices)
        {
            if (work.LoadedBy(this, key) is { } known) loaded.Add(key, ((TDoc?)known.Document, known.StreamVersion, known.Written));
            else if (!work.TakesNewStreamsAsNew || !IsNew(slice[0])) unknown.Add(key);
        }

        if (unknown.Count == 0) return loaded;
        var connection = await work.ConnectAsync(cancellationToken).ConfigureAwait(false);
        foreach (var (key, snapshot) in await Documents.LoadAsync(connection, unknown, cancellationToken).ConfigureAwait(false))
            loaded.Add(key, (snapshot.Document, snapshot.Version, snapshot.Written));
        return loaded;
    }
}
