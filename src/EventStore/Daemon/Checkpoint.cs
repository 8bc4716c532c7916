using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// Where one projection has got to, in its row of mt_event_progression. Each write says when the row was written before, so that a page computed from
/// documents that somebody else has changed since cannot be committed: whoever changes them touches the row in the same transaction.
/// </summary>
internal sealed class Checkpoint(DaemonSql sql, string progressName, TimeProvider clock)
{
    private DateTime _written;
    private (long Position, DateTime Written) _next;

    /// <summary>The position last committed.</summary>
    public long Position { get; private set; }

    /// <summary>Whether a transaction failed because the row is not as this checkpoint left it.</summary>
    public static bool IsMoved(PostgresException refused) =>
        refused.SqlState == PostgresErrorCodes.InvalidTextRepresentation && refused.MessageText.Contains(DaemonSql.CheckpointMoved, StringComparison.Ordinal);

    /// <summary>Reads the row and takes it over; makes it where there is none.</summary>
    public async Task StartAsync(NpgsqlConnection connection, long startAfter, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql.StartCheckpoint, connection);
        command.Parameters.Add(Parameter.Of(progressName));
        command.Parameters.Add(Parameter.Of(startAfter));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        (Position, _written) = (reader.GetInt64(0), reader.GetDateTime(1));
    }

    /// <summary>The command that moves it, for the transaction of a page's writes. Call <see cref="Moved"/> once that is committed.</summary>
    public NpgsqlBatchCommand MoveTo(long position)
    {
        var now = KeptTime.Of(clock.GetUtcNow()).UtcDateTime;
        _next = (position, now > _written ? now : _written.AddMicroseconds(1));
        return new NpgsqlBatchCommand(sql.MoveCheckpoint)
        {
            Parameters = { Parameter.Of(progressName), Parameter.Of(Position), Parameter.Of(position), Moment(_written), Moment(_next.Written) },
        };
    }

    public void Moved() => (Position, _written) = _next;

    private static NpgsqlParameter<DateTime> Moment(DateTime value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
