using Npgsql;

namespace EventStore;

internal class QuerySession(DocumentStore store, string tenantId) : IQuerySession
{
    private QueryEventStore? _events;

    protected DocumentStore Owner => store;
    public string TenantId => tenantId;
    public NpgsqlDataSource DataSource => store.DataSource;
    IQueryEventStore IQuerySession.Events => _events ??= new QueryEventStore(store, tenantId);

    public async Task<T?> LoadAsync<T>(Guid id, CancellationToken cancellationToken = default) where T : class
    {
        var found = await LoadManyAsync<T>([id], cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyList<T>> LoadManyAsync<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(ids);
        if (ids.Count == 0) return [];

        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        var loaded = await store.Documents.For<T>().LoadAsync(connection, ids, cancellationToken).ConfigureAwait(false);
        return [.. loaded.Values.Select(snapshot => snapshot.Document)];
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
