using Npgsql;

namespace EventStore;

/// <summary>
/// The lock that makes one connection the only one to run a projection. It ends with the connection, so a node that has lost it cannot write any more.
/// </summary>
internal sealed class ShardLock(DocumentStore store, string projectionName)
{
    /// <summary>
    /// How long nothing may be heard of a node before its connection is ended. A node that dies takes its connections with it, but one that
    /// disappears (power, network) or stands still leaves them behind on the server, with their locks.
    /// </summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    private string Key => $"EventStore:{store.Options.DatabaseSchemaName}:{projectionName}";

    public async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(Parameter.Of(Key));
        if (!(bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!) return false;

        await using var own = new NpgsqlCommand(store.DaemonSql.Own, connection);
        own.Parameters.Add(Parameter.Of(projectionName));
        await own.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Ends the connection of an owner that has not been heard of for too long; the next attempt to take the lock then succeeds.</summary>
    public async Task EndSilentOwnerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(store.DaemonSql.EndSilentOwner, connection);
        command.Parameters.Add(Parameter.Of(projectionName));
        command.Parameters.Add(Parameter.Of(Key));
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = LongestSilence });
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The lock belongs to the connection, which goes back to the pool and would keep it.</summary>
    public async Task ReleaseAsync(NpgsqlConnection connection)
    {
        if (connection.State != System.Data.ConnectionState.Open) return;
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(Parameter.Of(Key));
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
    }
}
