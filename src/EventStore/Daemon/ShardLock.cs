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
    public static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(3);

    private readonly AdvisoryLock _lock = new(KeyOf(store, projectionName));

    public static string KeyOf(DocumentStore store, string projectionName) => $"EventStore:{store.Options.DatabaseSchemaName}:{projectionName}";

    public async Task<bool> TryTakeAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await _lock.TryTakeAsync(connection, cancellationToken).ConfigureAwait(false)) return false;

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
        command.Parameters.Add(Parameter.Of(_lock.Key));
        command.Parameters.Add(new NpgsqlParameter<TimeSpan> { TypedValue = LongestSilence });
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    public Task ReleaseAsync(NpgsqlConnection connection) => _lock.ReleaseAsync(connection);
}
