using Npgsql;

namespace EventStore;

internal class QuerySession(DocumentStore store, string tenantId) : IQuerySession
{
    private QueryEventStore? _events;

    protected DocumentStore Owner => store;
    public string TenantId => tenantId;
    public NpgsqlDataSource DataSource => store.DataSource;
    IQueryEventStore IQuerySession.Events => _events ??= new QueryEventStore(store, tenantId);

    public async Task<T?> LoadAsync<T>(Identity id, CancellationToken cancellationToken = default) where T : class
    {
        var found = await LoadAsync<T>([id], cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public Task<IReadOnlyList<T>> LoadManyAsync<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        return LoadAsync<T>([.. ids.Select(id => new Identity(id))], cancellationToken);
    }

    public Task<IReadOnlyList<T>> LoadManyAsync<T>(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        return LoadAsync<T>([.. ids.Select(id => new Identity(id))], cancellationToken);
    }

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<T>> LoadAsync<T>(List<Identity> ids, CancellationToken cancellationToken) where T : class
    {
        if (ids.Count == 0) return [];

        var documents = store.Documents.For<T>();
        foreach (var id in ids) id.ValidateKind(documents.Identity);
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var loaded = await documents.LoadAsync(connection, [.. ids.Select(id => new DocumentKey(tenantId, id))], cancellationToken).ConfigureAwait(false);
        return [.. loaded.Values.Select(snapshot => snapshot.Document)];
    }
}
