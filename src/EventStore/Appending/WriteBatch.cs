using System.Runtime.ExceptionServices;
using Npgsql;

namespace EventStore;

/// <summary>
/// One round trip, one transaction: the commands go out together with a single synchronisation point, so PostgreSQL
/// commits all of them or none.
/// </summary>
/// <remarks>
/// The commands that answer with rows go first (appends, then guarded documents) and their answers are read in that order,
/// so when one fails, the number of answers read so far says which, whatever the connection was configured to report.
/// </remarks>
internal sealed class WriteBatch(DocumentStore store, string tenantId)
{
    private readonly List<StreamAppend> _appends = [];
    private readonly List<NpgsqlBatchCommand> _guarded = [];
    private readonly List<NpgsqlBatchCommand> _others = [];
    private (string Key, string Result)? _idempotency;
    private int _answersRead;

    public bool HasAppends => _appends.Count > 0;

    public long LastSequence { get; private set; }

    public void SetIdempotencyKey(string key, string result) => _idempotency = (key, result);

    public void AddAppend(StreamAppend append) => _appends.Add(append);

    /// <summary>A command that answers with one row, and fails when the document it was computed from has changed since.</summary>
    public void AddGuardedDocument(NpgsqlBatchCommand command) => _guarded.Add(command);

    public void Add(NpgsqlBatchCommand command) => _others.Add(command);

    /// <summary>Writes, and when that is refused says what the refusal means.</summary>
    public async Task ExecuteAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        PostgresException refusal;
        try
        {
            await WriteAsync(connection, cancellationToken).ConfigureAwait(false);
            return;
        }
        catch (PostgresException refused)
        {
            refusal = refused;
        }

        await ExplainAsync(refusal, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes; a refusal is yet to be explained.</summary>
    public Task WriteAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        IsOneEvent ? WriteOneEventAsync(connection, _appends[0], cancellationToken) : WriteBatchAsync(connection, cancellationToken);

    /// <summary>
    /// Throws what a refusal means, for which it may have to look. Call it without holding a connection: when all of a pool's connections were
    /// refused at once, none would be left to look with.
    /// </summary>
    public async Task ExplainAsync(PostgresException refusal, CancellationToken cancellationToken)
    {
        if (await MeaningAsync(refusal, cancellationToken).ConfigureAwait(false) is { } meaning) throw meaning;
        ExceptionDispatchInfo.Throw(refusal);
    }

    private bool IsOneEvent =>
        _appends.Count == 1 && _appends[0].Events.Count == 1 && _guarded.Count == 0 && _others.Count == 0 && _idempotency is null;

    private async Task WriteOneEventAsync(NpgsqlConnection connection, StreamAppend append, CancellationToken cancellationToken)
    {
        var rented = store.OneEventCommands.Rent(append);
        rented.Command.Connection = connection;
        await using (var reader = await rented.Command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            await ReadPositionsAsync(reader, append, cancellationToken).ConfigureAwait(false);

            // The commit is known only when the last answer has been read.
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        store.OneEventCommands.Return(append, rented);
    }

    private async Task WriteBatchAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (_idempotency is { } idempotency) batch.BatchCommands.Add(KeepIdempotencyKey(idempotency.Key, idempotency.Result));
        foreach (var append in _appends) batch.BatchCommands.Add(AppendCommand.Create(store.Sql, append));
        foreach (var command in _guarded) batch.BatchCommands.Add(command);
        foreach (var command in _others) batch.BatchCommands.Add(command);

        await using var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        foreach (var append in _appends)
        {
            await ReadPositionsAsync(reader, append, cancellationToken).ConfigureAwait(false);
            _answersRead++;
            await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }

        // The commit is known only when the last answer has been read.
        do _answersRead++;
        while (await reader.NextResultAsync(cancellationToken).ConfigureAwait(false));
    }

    private NpgsqlBatchCommand KeepIdempotencyKey(string key, string result)
    {
        var command = new NpgsqlBatchCommand(store.Sql.KeepIdempotencyKey);
        command.Parameters.Add(Parameter.Of(key));
        command.Parameters.Add(Parameter.Of(tenantId));
        command.Parameters.Add(Parameter.Of(result));
        command.Parameters.Add(Parameter.Of(store.Options.TimeProvider.GetUtcNow()));
        return command;
    }

    private async Task ReadPositionsAsync(NpgsqlDataReader reader, StreamAppend append, CancellationToken cancellationToken)
    {
        foreach (var pending in append.Events)
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            pending.Event.Sequence = reader.GetInt64(0);
            pending.Event.Version = reader.GetInt64(1);
        }

        LastSequence = Math.Max(LastSequence, append.Events[^1].Event.Sequence);
    }

    private async Task<Exception?> MeaningAsync(PostgresException refusal, CancellationToken cancellationToken)
    {
        if (refusal.SqlState == PostgresErrorCodes.DeadlockDetected) return new LookAgainException(refusal);
        if (refusal.SqlState is PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.CharacterNotInRepertoire && _answersRead < _appends.Count)
        {
            return new InvalidEventException("EVENT_TEXT_INVALID", _appends[_answersRead].StreamId, InvalidEventException.BadText, refusal);
        }

        if (refusal.SqlState is not (PostgresErrorCodes.NotNullViolation or PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.UniqueViolation)) return null;
        if (_idempotency is { } idempotency && refusal.ConstraintName == MartenTables.IdempotencyPrimaryKey)
            return new IdempotencyKeyReusedException(idempotency.Key, await FirstResultAsync(idempotency.Key, cancellationToken).ConfigureAwait(false));
        if (_answersRead >= _appends.Count) return _answersRead - _appends.Count < _guarded.Count ? new LookAgainException(refusal) : null;

        var append = _appends[_answersRead];
        if (append.IsPinnedByStore) return new LookAgainException(refusal);
        var (actual, isArchived) = await ActualVersionAsync(append.Key, cancellationToken).ConfigureAwait(false);
        if (isArchived) return new ArchivedStreamException(append.StreamId);
        if (append.Expectation != StreamExpectation.AtVersion) return new ExistingStreamIdCollisionException(append.StreamId);
        return new EventStreamUnexpectedVersionException(append.StreamId, append.Version, actual);
    }

    // The failed batch leaves its connection in order, but it may be gone by now: what is asked here is asked on another.
    private async Task<string> FirstResultAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.FindIdempotencyKey);
        command.Parameters.Add(Parameter.Of(key));
        command.Parameters.Add(Parameter.Of(tenantId));
        return (string?)await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) ?? "";
    }

    private async Task<(long Version, bool IsArchived)> ActualVersionAsync(DocumentKey stream, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.FetchStreamState);
        command.Parameters.Add(stream.Id.ToParameter());
        command.Parameters.Add(Parameter.Of(stream.TenantId));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) return (0, false);
        return (reader.GetInt64(0), !reader.IsDBNull(1) && reader.GetBoolean(1));
    }
}
