using Npgsql;
using NpgsqlTypes;

namespace EventStore;

/// <summary>
/// The events that projections and subscriptions could not handle and passed: to look at, to hand to them again, or to give up.
/// Works from any process, whether or not a daemon runs.
/// </summary>
public sealed class DeadLetters
{
    private readonly DocumentStore _store;

    internal DeadLetters(DocumentStore store) => _store = store;

    private DaemonSql Sql => _store.DaemonSql;

    /// <summary>Dead letters, newest first.</summary>
    /// <param name="projectionName">Of one projection or subscription; of all when null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The last one of the page before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        string? projectionName = null, int limit = 100, DeadLetter? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        await using var command = _store.DataSource.CreateCommand(Sql.ListDeadLetters);
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)projectionName ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)after?.Timestamp.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(Parameter.Of(after?.Id ?? Guid.Empty));
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit, NpgsqlDbType = NpgsqlDbType.Integer });
        var letters = new List<DeadLetter>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) letters.Add(DeadLetter.Read(reader));
        return letters;
    }

    /// <summary>
    /// Hands an event again to the projection or subscription that could not handle it, and deletes the dead letter in the same transaction.
    /// </summary>
    /// <remarks>
    /// The document of a single-stream projection is made again from its whole stream, and is then what it would have been. All others are given the one
    /// event now, after events that came later: where their result depends on the order, rebuild them instead.
    /// </remarks>
    /// <returns>Whether there was such a dead letter.</returns>
    /// <exception cref="DeadLetterReplayException">The event failed again, or is not there any more; nothing has changed.</exception>
    /// <exception cref="InvalidStoreUseException">This store has no asynchronous projection or subscription of that name.</exception>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } letter) return false;
        return await new DeadLetterReplay(_store, _store.Projections.FindAsync(letter.ProjectionName), letter).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does the same for all dead letters of one projection or subscription, in the order of the log, each in a transaction of its own.</summary>
    /// <returns>How many were handled, and why the others, which stay, failed again.</returns>
    /// <exception cref="InvalidStoreUseException">This store has no asynchronous projection or subscription of that name.</exception>
    public async Task<(int Replayed, IReadOnlyList<DeadLetterReplayException> Failures)> ReplayAllAsync(
        string projectionName, CancellationToken cancellationToken = default)
    {
        _store.Projections.FindAsync(projectionName);
        var (replayed, failures) = (0, new List<DeadLetterReplayException>());
        foreach (var id in await OldestFirstAsync(projectionName, cancellationToken).ConfigureAwait(false))
        {
            try
            {
                if (await ReplayAsync(id, cancellationToken).ConfigureAwait(false)) replayed++;
            }
            catch (DeadLetterReplayException failure)
            {
                failures.Add(failure);
            }
        }

        return (replayed, failures);
    }

    /// <summary>Deletes a dead letter: the projection or subscription does without the event.</summary>
    /// <returns>Whether there was such a dead letter.</returns>
    public async Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var command = _store.DataSource.CreateCommand(Sql.DeleteDeadLetter);
        command.Parameters.Add(Parameter.Of(id));
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) > 0;
    }

    private async Task<DeadLetter?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = _store.DataSource.CreateCommand(Sql.FindDeadLetter);
        command.Parameters.Add(Parameter.Of(id));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? DeadLetter.Read(reader) : null;
    }

    private async Task<List<Guid>> OldestFirstAsync(string projectionName, CancellationToken cancellationToken)
    {
        var ids = new List<Guid>();
        await using var command = _store.DataSource.CreateCommand(Sql.DeadLettersOldestFirst);
        command.Parameters.Add(Parameter.Of(projectionName));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) ids.Add(reader.GetGuid(0));
        return ids;
    }
}
