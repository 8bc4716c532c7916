using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

internal class QueryEventStore(DocumentStore store, string tenantId) : IQueryEventStore
{
    private const int PageSize = 1000;

    protected DocumentStore Store => store;
    protected string TenantId => tenantId;

    public async Task<IReadOnlyList<IEvent>> FetchStreamAsync(
        Guid streamId, long version = 0, long fromVersion = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);

        var events = new List<IEvent>();
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.FetchStream, connection);
        command.Parameters.Add(Parameter.Of(streamId));
        command.Parameters.Add(Parameter.Of(tenantId));
        command.Parameters.Add(Parameter.Of(fromVersion));
        command.Parameters.Add(Parameter.Of(version == 0 ? long.MaxValue : version));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) events.Add(EventRow.Read(reader, store.EventTypes));
        return events;
    }

    public async Task<StreamState?> FetchStreamStateAsync(Guid streamId, CancellationToken cancellationToken = default)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.FetchStreamState, connection);
        command.Parameters.Add(Parameter.Of(streamId));
        command.Parameters.Add(Parameter.Of(tenantId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;

        return new StreamState(
            streamId,
            reader.GetInt64(0),
            reader.IsDBNull(1) ? null : reader.GetString(1),
            new DateTimeOffset(reader.GetDateTime(2)),
            new DateTimeOffset(reader.GetDateTime(3)),
            !reader.IsDBNull(4) && reader.GetBoolean(4));
    }

    public async Task<T?> AggregateStreamAsync<T>(
        Guid streamId, long version = 0, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
        where T : class
    {
        var evolve = store.Projections.FoldOf<T>();
        T? state = null;
        foreach (var e in await FetchStreamAsync(streamId, version, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (e.Timestamp > timestamp) break;
            state = evolve(state, e);
        }

        return state;
    }

    public async Task<IEvent?> LoadAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.LoadEvent, connection);
        command.Parameters.Add(Parameter.Of(eventId));
        command.Parameters.Add(Parameter.Of(tenantId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? EventRow.Read(reader, store.EventTypes) : null;
    }

    public async IAsyncEnumerable<IEvent> ReadAllAsync(
        long afterSequence = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var page = await ReadPageAsync(afterSequence, cancellationToken).ConfigureAwait(false);
            foreach (var e in page) yield return e;
            if (page.Count < PageSize) yield break;
            afterSequence = page[^1].Sequence;
        }
    }

    private async Task<List<IEvent>> ReadPageAsync(long afterSequence, CancellationToken cancellationToken)
    {
        var page = new List<IEvent>();
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.ReadAll, connection);
        command.Parameters.Add(Parameter.Of(afterSequence));
        command.Parameters.Add(Parameter.Of(tenantId));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) page.Add(EventRow.Read(reader, store.EventTypes));
        return page;
    }
}
