using System.Runtime.InteropServices;
using Npgsql;

namespace EventStore;

/// <summary>Loads the documents that events go to, folds, and writes them.</summary>
internal abstract class DocumentProcessor<TDoc>(DocumentStore store, string name, IReadOnlyCollection<Type>? eventTypes)
    : EventProcessor(store, name, eventTypes)
    where TDoc : class
{
    protected DocumentType<TDoc> Documents { get; } = store.Documents.For<TDoc>();

    public override NpgsqlBatchCommand? Clear => Documents.DeleteAll();

    public override async Task ProcessAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> events, WriteBatch batch, CancellationToken cancellationToken)
    {
        var slices = Slice(events);
        if (slices.Count == 0) return;

        var loaded = await Documents.LoadAsync(connection, slices.Keys, cancellationToken).ConfigureAwait(false);
        var stored = new List<(Guid Id, Snapshot<TDoc> Snapshot)>(slices.Count);
        var deleted = new List<Guid>();
        foreach (var (id, slice) in slices)
        {
            var exists = loaded.TryGetValue(id, out var snapshot);
            var (document, version) = Fold(id, exists ? snapshot.Document : null, snapshot.Version, slice);
            if (document is not null) stored.Add((id, new Snapshot<TDoc>(document, version)));
            else if (exists) deleted.Add(id);
        }

        if (stored.Count > 0) batch.Add(Documents.StoreMany(stored));
        if (deleted.Count > 0) batch.Add(Documents.DeleteMany([.. deleted]));
    }

    public override async Task ProcessInlineAsync(
        NpgsqlConnection connection, IReadOnlyList<IEvent> events, InlineWork work, CancellationToken cancellationToken)
    {
        var slices = Slice(events);
        if (slices.Count == 0) return;

        var known = slices.Where(slice => !work.TakesNewStreamsAsNew || !IsNew(slice.Value[0])).Select(slice => slice.Key).ToList();
        var loaded = known.Count == 0 ? [] : await Documents.LoadAsync(connection, known, cancellationToken).ConfigureAwait(false);
        foreach (var (id, slice) in slices)
        {
            var exists = loaded.TryGetValue(id, out var snapshot);
            var before = await CatchUpAsync(id, exists ? snapshot.Document : null, snapshot.Version, slice[0], cancellationToken).ConfigureAwait(false);
            var (document, version) = Fold(id, before.Document, before.Version, slice);
            if (document is not null && !exists) work.AddGuarded(Documents.Insert(id, new Snapshot<TDoc>(document, version)));
            else if (document is not null) work.AddGuarded(Documents.Replace(id, new Snapshot<TDoc>(document, version), snapshot.Version));
            else if (exists) work.AddGuarded(Documents.Remove(id, snapshot.Version));
        }
    }

    protected abstract void Route(IEvent e, HashSet<Guid> documents);

    protected abstract TDoc? Evolve(TDoc? document, Guid id, IEvent e);

    /// <summary>The document's version after an event; not above <paramref name="version"/> when the event is folded in already.</summary>
    protected abstract long VersionAfter(long version, IEvent e);

    /// <summary>Whether an event is the first that its document can have been made from.</summary>
    protected virtual bool IsNew(IEvent first) => false;

    /// <summary>What a document about to be changed inline lacks, folded in.</summary>
    protected virtual Task<(TDoc? Document, long Version)> CatchUpAsync(
        Guid id, TDoc? document, long version, IEvent next, CancellationToken cancellationToken) =>
        Task.FromResult((document, version));

    protected (TDoc? Document, long Version) Fold(Guid id, TDoc? document, long version, IEnumerable<IEvent> events)
    {
        foreach (var e in events)
        {
            var after = VersionAfter(version, e);
            if (after <= version) continue;
            document = Evolve(document, id, e);
            version = after;
        }

        return (document, version);
    }

    private Dictionary<Guid, List<IEvent>> Slice(IReadOnlyList<IEvent> events)
    {
        var slices = new Dictionary<Guid, List<IEvent>>();
        var documents = new HashSet<Guid>();
        foreach (var e in events)
        {
            documents.Clear();
            Route(e, documents);
            foreach (var id in documents)
            {
                ref var slice = ref CollectionsMarshal.GetValueRefOrAddDefault(slices, id, out _);
                (slice ??= []).Add(e);
            }
        }

        return slices;
    }
}
