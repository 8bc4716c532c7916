using Npgsql;

namespace EventStore;

/// <summary>
/// One round trip, one transaction: the commands go out together with a single synchronisation point, so PostgreSQL
/// commits all of them or none. Knows which command came from where, and so what its failure means.
/// </summary>
internal sealed class WriteBatch(DocumentStore store, string tenantId)
{
    private const string DivisionByZero = "22012";

    private readonly List<StreamAppend> _appends = [];
    private readonly List<(NpgsqlBatchCommand Command, object? Origin)> _commands = [];
    private string? _idempotencyKey;

    private enum Guard
    {
        Idempotency,
        Document,
    }

    public bool HasAppends => _appends.Count > 0;

    public long LastSequence { get; private set; }

    public void AddIdempotencyKey(string key, string result)
    {
        _idempotencyKey = key;
        var command = new NpgsqlBatchCommand(store.Sql.KeepIdempotencyKey);
        command.Parameters.Add(Parameter.Of(key));
        command.Parameters.Add(Parameter.Of(tenantId));
        command.Parameters.Add(Parameter.Of(result));
        command.Parameters.Add(Parameter.Of(store.Options.TimeProvider.GetUtcNow()));
        _commands.Add((command, Guard.Idempotency));
    }

    /// <summary>Appends come before anything else that returns rows, because their rows are read first.</summary>
    public void AddAppend(StreamAppend append)
    {
        _appends.Add(append);
        _commands.Add((AppendCommand.Create(store.Sql, append), append));
    }

    public void Add(NpgsqlBatchCommand command) => _commands.Add((command, null));

    /// <summary>A command that fails when the document it was computed from has changed since.</summary>
    public void AddGuardedDocument(NpgsqlBatchCommand command) => _commands.Add((command, Guard.Document));

    public async Task ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (command, _) in _commands) batch.BatchCommands.Add(command);

        PostgresException failure;
        try
        {
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            foreach (var append in _appends)
            {
                await ReadPositionsAsync(reader, append, cancellationToken).ConfigureAwait(false);
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }

            // The commit is known only when the last result has been read.
            while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false))
            {
            }

            return;
        }
        catch (PostgresException refused)
        {
            failure = refused;
        }

        if (await MeaningAsync(failure, cancellationToken).ConfigureAwait(false) is { } meaning) throw meaning;
        System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }

    private async Task ReadPositionsAsync(NpgsqlDataReader reader, StreamAppend append, CancellationToken cancellationToken)
    {
        foreach (var (e, _) in append.Events)
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            e.Sequence = reader.GetInt64(0);
            e.Version = reader.GetInt64(1);
        }

        LastSequence = Math.Max(LastSequence, append.Events[^1].Event.Sequence);
    }

    private async Task<Exception?> MeaningAsync(PostgresException failure, CancellationToken cancellationToken)
    {
        var origin = _commands.FirstOrDefault(entry => ReferenceEquals(entry.Command, failure.BatchCommand)).Origin;
        var isConflict = failure.SqlState is DivisionByZero or PostgresErrorCodes.UniqueViolation;
        return (origin, failure.SqlState) switch
        {
            (Guard.Idempotency, PostgresErrorCodes.UniqueViolation) =>
                new IdempotencyKeyReusedException(_idempotencyKey!, await FirstResultAsync(cancellationToken).ConfigureAwait(false)),
            (Guard.Document, _) when isConflict => new LookAgainException(failure),
            (StreamAppend { IsPinnedByStore: true }, _) when isConflict => new LookAgainException(failure),
            (StreamAppend { Expectation: StreamExpectation.AtVersion } append, _) when isConflict =>
                new EventStreamUnexpectedVersionException(
                    append.StreamId, append.Version, await ActualVersionAsync(append.StreamId, cancellationToken).ConfigureAwait(false)),
            (StreamAppend append, _) when isConflict => new ExistingStreamIdCollisionException(append.StreamId),
            (_, PostgresErrorCodes.DeadlockDetected) => new LookAgainException(failure),
            _ => null,
        };
    }

    // The failed batch leaves its connection in order, but it may be gone by now: what is asked here is asked on another.
    private async Task<string> FirstResultAsync(CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.FindIdempotencyKey);
        command.Parameters.Add(Parameter.Of(_idempotencyKey));
        command.Parameters.Add(Parameter.Of(tenantId));
        return (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? "";
    }

    private async Task<long> ActualVersionAsync(Guid streamId, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.FetchStreamState);
        command.Parameters.Add(Parameter.Of(streamId));
        command.Parameters.Add(Parameter.Of(tenantId));
        return (long?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? 0;
    }
}
