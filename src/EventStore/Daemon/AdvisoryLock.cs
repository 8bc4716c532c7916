using Npgsql;

namespace EventStore;

/// <summary>A lock by name that belongs to a connection and ends with it, in whatever way the connection ends.</summary>
internal sealed class AdvisoryLock(string key)
{
    public string Key => key;

    public async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(Parameter.Of(key));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    /// <summary>The connection goes back to the pool, and would keep the lock there.</summary>
    public async Task ReleaseAsync(NpgsqlConnection connection)
    {
        if (connection.State != System.Data.ConnectionState.Open) return;
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(Parameter.Of(key));
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
    }
}
