using Npgsql;

namespace EventStore;

/// <summary>A transaction in which a session holds streams for itself.</summary>
internal sealed class ExclusiveTurn : IAsyncDisposable
{
    private const string Patience = "set local lock_timeout = '5s'";

    private readonly DocumentStore _store;
    private readonly NpgsqlTransaction _transaction;

    private ExclusiveTurn(DocumentStore store, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_store, Connection, _transaction) = (store, connection, transaction);

    public NpgsqlConnection Connection { get; }

    public static async Task<ExclusiveTurn> BeginAsync(DocumentStore store, CancellationToken cancellationToken)
    {
        var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return new ExclusiveTurn(store, connection, await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async Task<long> LockAsync(Identity stream, string tenantId, CancellationToken cancellationToken)
    {
        // A stream that does not exist yet has no row to lock, so those who take turns also take a lock by its name.
        await using var batch = new NpgsqlBatch(Connection)
        {
            BatchCommands = { new(Patience), Command(_store.Sql.LockStream), Command(_store.Sql.LockStreamRow) },
        };
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetInt64(0) : 0;
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new StreamLockedException(stream, refusal);
        }

        NpgsqlBatchCommand Command(string sql) => new(sql) { Parameters = { stream.ToParameter(), Parameter.Of(tenantId) } };
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await Connection.DisposeAsync().ConfigureAwait(false);
    }
}
