using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace EventStore;

internal class QueryEventStore(DocumentStore store, string tenantId, NpgsqlConnection? held = null) : IQueryEventStore
{
    private const int PageSize = 1000;

    protected DocumentStore Store => store;
    protected string TenantId => tenantId;

    public async Task<IReadOnlyList<IEvent>> FetchStreamAsync(
        Identity stream, long version = 0, DateTimeOffset? timestamp = null, long fromVersion = 0, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        var events = await ReadVersionsAsync(
            store.Sql.FetchStream, Askable(stream), fromVersion, version == 0 ? long.MaxValue : version, null, cancellationToken).ConfigureAwait(false);

        // Within a stream time does not run backwards further than the writers' clocks disagree, so this ends at the first that is later.
        if (timestamp is { } last && events.FindIndex(e => e.Timestamp > last) is var later and >= 0) events.RemoveRange(later, events.Count - later);
        return events;
    }

    public async IAsyncEnumerable<IEvent> ReadStreamAsync(
        Identity stream,
        ReadDirection direction = ReadDirection.Forwards,
        long fromVersion = 0,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        Askable(stream);
        var forwards = direction == ReadDirection.Forwards;
        var (first, last) = forwards || fromVersion == 0 ? (fromVersion, long.MaxValue) : (0, fromVersion);
        while (true)
        {
            var page = await ReadVersionsAsync(
                forwards ? store.Sql.FetchStream : store.Sql.FetchStreamBackwards, stream, first, last, PageSize, cancellationToken).ConfigureAwait(false);
            foreach (var e in page) yield return e;
            if (page.Count < PageSize) yield break;
            if (forwards) first = page[^1].Version + 1;
            else last = page[^1].Version - 1;
        }
    }

    public async Task<StreamState?> FetchStreamStateAsync(Identity stream, CancellationToken cancellationToken = default)
    {
        await using var lease = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.FetchStreamState, lease.Connection);
        command.Parameters.Add(Askable(stream).ToParameter());
        command.Parameters.Add(Parameter.Of(tenantId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return null;

        return new StreamState(
            stream.Guid,
            stream.Key,
            reader.GetInt64(0),
            reader.IsDBNull(2) ? null : reader.GetString(2),
            new DateTimeOffset(reader.GetDateTime(3)),
            new DateTimeOffset(reader.GetDateTime(4)),
            !reader.IsDBNull(1) && reader.GetBoolean(1));
    }

    public async Task<T?> AggregateStreamAsync<T>(
        Identity stream, long version = 0, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
        where T : class
    {
        var evolve = store.Projections.FoldOf<T>();
        T? state = null;
        foreach (var e in await FetchStreamAsync(stream, version, timestamp, cancellationToken: cancellationToken).ConfigureAwait(false))
            state = evolve(state, e);
        return state;
    }

    public async Task<IEvent?> LoadAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.LoadEvent, connection);
        command.Parameters.Add(Parameter.Of(eventId));
        command.Parameters.Add(Parameter.Of(tenantId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? store.EventRows.Read(reader) : null;
    }

    public async IAsyncEnumerable<IEvent> ReadAllAsync(
        long afterSequence = 0, LogFilter? filter = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var types = filter?.EventTypes?.SelectMany(store.EventTypes.AliasesFor).ToArray();
        string[]? tenants = filter switch
        {
            { AllTenants: true } => null,
            { TenantIds: { } named } => [.. named.Select(store.Options.Events.Tenant)],
            _ => [tenantId],
        };
        while (true)
        {
            var page = await ReadPageAsync(afterSequence, filter?.UpTo ?? long.MaxValue, tenants, types, cancellationToken).ConfigureAwait(false);
            foreach (var e in page) yield return e;
            if (page.Count < PageSize) yield break;
            afterSequence = page[^1].Sequence;
        }
    }

    /// <summary>The connection that the caller holds anyway, if it does.</summary>
    protected virtual NpgsqlConnection? HeldConnection => held;

    /// <exception cref="InvalidStoreUseException">It cannot name a stream that is appended to in this store.</exception>
    protected Identity Checked(Identity stream)
    {
        stream.Validate(store.Options.Events.StreamIdentity);
        return stream;
    }

    private async ValueTask<Lease> ConnectAsync(CancellationToken cancellationToken) => HeldConnection is { } open
        ? new Lease(open, isBorrowed: true)
        : new Lease(await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false), isBorrowed: false);

    private Identity Askable(Identity stream)
    {
        stream.ValidateKind(store.Options.Events.StreamIdentity);
        return stream;
    }

    private async Task<List<IEvent>> ReadVersionsAsync(
        string sql, Identity stream, long first, long last, int? limit, CancellationToken cancellationToken)
    {
        await using var lease = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(sql, lease.Connection);
        command.Parameters.Add(stream.ToParameter());
        command.Parameters.Add(Parameter.Of(tenantId));
        command.Parameters.Add(Parameter.Of(first));
        command.Parameters.Add(Parameter.Of(last));
        command.Parameters.Add(new NpgsqlParameter { Value = limit ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await store.EventRows.ReadAllAsync(reader, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<IEvent>> ReadPageAsync(long after, long upTo, string[]? tenants, string[]? types, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var command = new NpgsqlCommand(store.Sql.ReadLog, connection);
        command.Parameters.Add(Parameter.Of(after));
        command.Parameters.Add(Parameter.Of(upTo));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = PageSize, NpgsqlDbType = NpgsqlDbType.Integer });
        command.Parameters.Add(Parameter.OfAny(tenants));
        command.Parameters.Add(Parameter.OfAny(types));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await store.EventRows.ReadAllAsync(reader, cancellationToken).ConfigureAwait(false);
    }
}
