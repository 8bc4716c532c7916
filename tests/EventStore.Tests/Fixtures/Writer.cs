using Npgsql;

namespace EventStore.Tests;

/// <summary>A foreign writer whose transaction stays open as long as the test wants: it has taken a number and inserted its event.</summary>
public sealed class Writer : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private Writer(NpgsqlConnection connection, NpgsqlTransaction transaction, long sequence)
    {
        _connection = connection;
        _transaction = transaction;
        Sequence = sequence;
    }

    public long Sequence { get; }

    public static async Task<Writer> BeginAsync(string connectionString, Guid stream)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            """
            with stream as (insert into mt_streams (id, version) values ($1, 1))
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp)
            values (nextval('mt_events_sequence'), gen_random_uuid(), $1, 1, '{"People": 1}', 'door_counted', now())
            returning seq_id
            """,
            connection,
            transaction)
        {
            Parameters = { new() { Value = stream } },
        };
        return new Writer(connection, transaction, (long)(await command.ExecuteScalarAsync())!);
    }

    public Task CommitAsync() => _transaction.CommitAsync();

    public Task RollbackAsync() => _transaction.RollbackAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
