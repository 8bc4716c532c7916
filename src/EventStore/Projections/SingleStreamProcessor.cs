using Npgsql;

namespace EventStore;

internal sealed class SingleStreamProcessor<TDoc>(DocumentStore store, string name, IReadOnlyCollection<Type>? eventTypes, IFold<TDoc> projection)
    : DocumentProcessor<TDoc>(store, name, eventTypes, projection)
    where TDoc : class
{
    private readonly string _loadWithStream =
        $"""
        select s.version, d.data, d.mt_version, d.xmin from {store.Options.DatabaseSchemaName}.mt_streams s
        left join {store.Documents.For<TDoc>().QualifiedTableName} d on d.id = s.id{(store.Options.Events.IsConjoined ? " and d.tenant_id = s.tenant_id" : "")}
        where s.id = $1 and s.tenant_id = $2
        """;

    public override NpgsqlBatchCommand? Forget(IEvent e) => Documents.Delete(new DocumentKey(e.TenantId, Identity.Of(e)));

    /// <summary>The document and the version of its stream in one look, so that they belong together.</summary>
    public async Task<(TDoc? Document, long Version, LoadedDocument? Loaded)> LoadWithStreamAsync(
        NpgsqlConnection? held, DocumentKey key, CancellationToken cancellationToken)
    {
        await using var lease = held is null
            ? new Lease(await Store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), isBorrowed: false)
            : new Lease(held, isBorrowed: true);
        var (version, kept, keptVersion, written) = await ReadAsync(lease.Connection, key, cancellationToken).ConfigureAwait(false);
        var (document, _) = await CatchUpAsync(key, kept, keptVersion, version, lease.Connection, cancellationToken).ConfigureAwait(false);
        return (document, version, new LoadedDocument(this, document, version, written));
    }

    public override ValueTask RouteAsync(IReadOnlyList<IEvent> events, Slices slices, CancellationToken cancellationToken)
    {
        foreach (var e in events) slices.Add(new DocumentKey(e.TenantId, Identity.Of(e)), e);
        return ValueTask.CompletedTask;
    }

    protected override long VersionAfter(long version, IEvent e) => e.Version;

    protected override bool IsNew(IEvent first) => first.Version == 1;

    /// <summary>Where the projection does not look at every event of its streams, a document behind its stream may lack nothing.</summary>
    protected override async ValueTask<(TDoc? Document, long Version)> CatchUpAsync(
        DocumentKey key, TDoc? document, long version, long upTo, NpgsqlConnection? held, CancellationToken cancellationToken)
    {
        if (version >= upTo) return (document, version);

        var missing = await new QueryEventStore(Store, key.TenantId, held)
            .FetchStreamAsync(key.Id, upTo, fromVersion: version + 1, cancellationToken: cancellationToken).ConfigureAwait(false);
        return Fold(key, document, version, missing.Where(LooksAt));
    }

    private async Task<(long Version, TDoc? Kept, long KeptVersion, uint? Written)> ReadAsync(
        NpgsqlConnection connection, DocumentKey key, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(_loadWithStream, connection) { Parameters = { key.Id.ToParameter(), Parameter.Of(key.TenantId) } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return (0, null, 0, null);
        return reader.IsDBNull(1)
            ? (reader.GetInt64(0), null, 0, null)
            : (reader.GetInt64(0), Documents.Deserialize(reader.GetFieldValue<byte[]>(1)), reader.GetInt64(2), reader.GetFieldValue<uint>(3));
    }
}
