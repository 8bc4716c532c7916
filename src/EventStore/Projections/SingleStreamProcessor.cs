using Npgsql;

namespace EventStore;

internal sealed class SingleStreamProcessor<TDoc>(DocumentStore store, SingleStreamProjection<TDoc> projection)
    : DocumentProcessor<TDoc>(store, projection.Name, projection.EventTypes)
    where TDoc : class
{
    public override NpgsqlBatchCommand? Forget(IEvent e) => Documents.Delete(e.StreamId);

    protected override void Route(IEvent e, HashSet<Guid> documents) => documents.Add(e.StreamId);

    protected override TDoc? Evolve(TDoc? document, Guid id, IEvent e) =>
        projection.ShouldDelete(document, id, e) ? null : projection.Evolve(document, id, e);

    protected override long VersionAfter(long version, IEvent e) => e.Version;

    protected override bool IsNew(IEvent first) => first.Version == 1;

    protected override async Task<(TDoc? Document, long Version)> CatchUpAsync(
        Guid id, TDoc? document, long version, IEvent next, CancellationToken cancellationToken)
    {
        if (version >= next.Version - 1) return (document, version);

        var missing = await new QueryEventStore(Store, next.TenantId)
            .FetchStreamAsync(id, next.Version - 1, version + 1, cancellationToken).ConfigureAwait(false);
        return Fold(id, document, version, missing.Where(LooksAt));
    }
}
