using System.Text.Json;
using Messaging.Handling;
using Messaging.Runtime;
using Messaging.Storage;
using Npgsql;
using static Messaging.Storage.Parameters;

namespace Messaging;

/// <summary>A message that could not be handled.</summary>
public sealed record DeadLetter
{
    /// <summary>The message's identity, the same as before.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its queue.</summary>
    public required string Queue { get; init; }

    /// <summary>The stable name of its type.</summary>
    public required string MessageType { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Body { get; init; }

    /// <summary>How often it was tried, with the times when a node was lost.</summary>
    public required int Attempts { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset SentAt { get; init; }

    /// <summary>When the last attempt failed.</summary>
    public required DateTimeOffset FailedAt { get; init; }

    /// <summary>What a whole chain of messages has in common.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What made it be sent.</summary>
    public string? CausationId { get; init; }

    /// <summary>Its deduplication id.</summary>
    public string? DeduplicationId { get; init; }

    /// <summary>Whose message it is.</summary>
    public string? TenantId { get; init; }

    /// <summary>The key whose order it was in.</summary>
    public string? PartitionKey { get; init; }

    /// <summary>The type of the last exception.</summary>
    public required string ExceptionType { get; init; }

    /// <summary>Its message, where <see cref="MessagingOptions.KeepsMessageOf"/> has it kept; it may hold what a person wrote.</summary>
    public required string ExceptionMessage { get; init; }

    /// <summary>All that is kept of it and of those within it, with the stack.</summary>
    public required string ExceptionDetail { get; init; }
}

/// <summary>Which dead letters are meant: all of what is given must fit.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Those of one queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Those of one type of message, by its stable name.</summary>
    public string? MessageType { get; init; }

    /// <summary>Those that failed with one type of exception, by its full name.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>Those of one tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>Those that failed before this time.</summary>
    public DateTimeOffset? FailedBefore { get; init; }

    /// <summary>The one with this identity.</summary>
    public Guid? Id { get; init; }

    /// <summary>Those with these words, whatever their case, in anything but the stack of their exception.</summary>
    public string? Containing { get; init; }
}

/// <summary>Looks after the messages that could not be handled: shows them, puts them right, hands them back to their queue, or throws them away.</summary>
public sealed class DeadLetters
{
    private const string Columns =
        "id, queue, message_type, body, attempts, sent_at, failed_at, correlation_id, causation_id, deduplication_id, tenant_id, partition_key, exception_type, exception_message, exception_detail";

    private const string Which =
        "($1 IS NULL OR queue = $1) AND ($2 IS NULL OR message_type = $2) AND ($3 IS NULL OR exception_type = $3) AND ($4 IS NULL OR tenant_id = $4) AND ($5 IS NULL OR failed_at < $5) AND ($6 IS NULL OR id = $6) " +
        "AND ($7 IS NULL OR strpos(lower(concat_ws(' ', id, queue, message_type, body, correlation_id, causation_id, tenant_id, partition_key, exception_type, exception_message)), lower($7)) > 0)";

    private readonly NpgsqlDataSource _dataSource;
    private readonly MessageRoutes _routes;
    private readonly WakeSignals _wake;
    private readonly MessagingClock _clock;
    private readonly string _schema;

    internal DeadLetters(NpgsqlDataSource dataSource, MessagingOptions options, MessageRoutes routes, WakeSignals wake, MessagingClock clock)
    {
        (_dataSource, _routes, _wake, _clock) = (dataSource, routes, wake, clock);
        _schema = $"\"{options.Schema}\"";
    }

    /// <summary>Dead letters, the one that failed last first.</summary>
    /// <param name="filter">Which; all when absent.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The last of those seen before, to go on after it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(
        DeadLetterFilter? filter = null, int limit = 100, (DateTimeOffset FailedAt, Guid Id)? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await using var command = Command(
            $"SELECT {Columns} FROM {_schema}.dead_letters WHERE {Which} AND ($8 IS NULL OR (failed_at, id) < ($8, $9)) ORDER BY failed_at DESC, id DESC LIMIT $10", filter);
        command.Parameters.Add(Time(after?.FailedAt));
        command.Parameters.Add(Uuid(after?.Id ?? Guid.Empty));
        command.Parameters.Add(Integer(limit));
        var letters = new List<DeadLetter>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            letters.Add(Read(reader));
        return letters;
    }

    /// <summary>One dead letter; null when there is none with that id.</summary>
    public async Task<DeadLetter?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await using var command = Command($"SELECT {Columns} FROM {_schema}.dead_letters WHERE {Which}", new DeadLetterFilter { Id = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    /// <summary>How many there are.</summary>
    public async Task<long> CountAsync(DeadLetterFilter? filter = null, CancellationToken cancellationToken = default)
    {
        await using var command = Command($"SELECT count(*) FROM {_schema}.dead_letters WHERE {Which}", filter);
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>How many there are of each type, by its stable name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountTypesAsync(CancellationToken cancellationToken = default)
    {
        await using var command = _dataSource.CreateCommand($"SELECT message_type, count(*) FROM {_schema}.dead_letters GROUP BY message_type");
        var counts = new Dictionary<string, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            counts.Add(reader.GetString(0), reader.GetInt64(1));
        return counts;
    }

    /// <summary>Replaces the body of a message, so that it can be handled when it is replayed.</summary>
    /// <returns>Whether there is such a dead letter.</returns>
    /// <exception cref="MessageBodyUnreadableException">The body is no JSON, or cannot be read as the message's type.</exception>
    public async Task<bool> EditAsync(Guid id, string body, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(body);
        return await FindAsync(id, cancellationToken) is { } letter && await RunAsync(Edit(letter, body), cancellationToken) > 0;
    }

    /// <summary>
    /// Hands a message back to its queue, due at once, with the same identity and with its attempts to be counted afresh. Of several who ask at the same moment
    /// one does it. It is then handled at least once, like any other; a receiver elsewhere that took an earlier attempt's idempotency key knows it by the
    /// same. In the order of its key it is now the last. Its queue has to be one that a process still declares.
    /// </summary>
    /// <returns>Whether there was such a dead letter.</returns>
    public async Task<bool> ReplayAsync(Guid id, CancellationToken cancellationToken = default) =>
        await ReplayAllAsync(new DeadLetterFilter { Id = id }, cancellationToken) > 0;

    /// <summary>Hands back all that fit, in the order they were sent.</summary>
    /// <returns>How many.</returns>
    public async Task<long> ReplayAllAsync(DeadLetterFilter? filter = null, CancellationToken cancellationToken = default)
    {
        var replayed = await RunAsync(Replay(filter), cancellationToken);
        if (replayed > 0)
            _wake.WakeEverywhere();
        return replayed;
    }

    /// <summary>Throws a message away for good.</summary>
    /// <returns>Whether there was such a dead letter.</returns>
    public async Task<bool> PurgeAsync(Guid id, CancellationToken cancellationToken = default) =>
        await PurgeAllAsync(new DeadLetterFilter { Id = id }, cancellationToken) > 0;

    /// <summary>Throws all that fit away for good.</summary>
    /// <returns>How many.</returns>
    public Task<long> PurgeAllAsync(DeadLetterFilter? filter = null, CancellationToken cancellationToken = default) => RunAsync(Purge(filter), cancellationToken);

    /// <summary>The statement of <see cref="EditAsync"/>, for a transaction of the caller's.</summary>
    /// <exception cref="MessageBodyUnreadableException">The body is no JSON, or cannot be read as the message's type.</exception>
    public NpgsqlBatchCommand Edit(DeadLetter letter, string body)
    {
        ArgumentNullException.ThrowIfNull(letter);
        ArgumentNullException.ThrowIfNull(body);
        AssertReadable(letter.MessageType, body);
        return new NpgsqlBatchCommand($"UPDATE {_schema}.dead_letters SET body = $2 WHERE id = $1") { Parameters = { Uuid(letter.Id), Json(body) } };
    }

    /// <summary>The statement of <see cref="ReplayAllAsync"/>, for a transaction of the caller's, who calls <see cref="MessageOutbox.Wake"/> when it is committed.</summary>
    public NpgsqlBatchCommand Replay(DeadLetterFilter? filter = null)
    {
        const string Kept = "queue, message_type, body, sent_at, correlation_id, causation_id, deduplication_id, tenant_id, partition_key, trace_parent";
        var statement = new NpgsqlBatchCommand(
            $"""
            WITH back AS (DELETE FROM {_schema}.dead_letters WHERE {Which} RETURNING *)
            INSERT INTO {_schema}.envelopes (id, {Kept}, due_at) SELECT id, {Kept}, coalesce($8, clock_timestamp()) FROM back ORDER BY sent_at, id
            """);
        Add(statement.Parameters, filter);
        statement.Parameters.Add(Time(_clock.Now));
        return statement;
    }

    /// <summary>The statement of <see cref="PurgeAllAsync"/>, for a transaction of the caller's.</summary>
    public NpgsqlBatchCommand Purge(DeadLetterFilter? filter = null)
    {
        var statement = new NpgsqlBatchCommand($"DELETE FROM {_schema}.dead_letters WHERE {Which}");
        Add(statement.Parameters, filter);
        return statement;
    }

    private async Task<long> RunAsync(NpgsqlBatchCommand statement, CancellationToken cancellationToken)
    {
        await using var batch = _dataSource.CreateBatch();
        batch.BatchCommands.Add(statement);
        return await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private void AssertReadable(string messageType, string body)
    {
        try
        {
            JsonDocument.Parse(body).Dispose();
        }
        catch (JsonException unreadable)
        {
            throw new MessageBodyUnreadableException(messageType, unreadable);
        }

        // A type that nobody here handles may be known to another process.
        if (_routes.TryFind(messageType) is { } route)
            route.Read(body);
    }

    private NpgsqlCommand Command(string sql, DeadLetterFilter? filter)
    {
        var command = _dataSource.CreateCommand(sql);
        Add(command.Parameters, filter);
        return command;
    }

    private static void Add(NpgsqlParameterCollection parameters, DeadLetterFilter? filter)
    {
        parameters.Add(Text(filter?.Queue));
        parameters.Add(Text(filter?.MessageType));
        parameters.Add(Text(filter?.ExceptionType));
        parameters.Add(Text(filter?.TenantId));
        parameters.Add(Time(filter?.FailedBefore));
        parameters.Add(OptionalUuid(filter?.Id));
        parameters.Add(Text(filter?.Containing));
    }

    private static DeadLetter Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        Queue = row.GetString(1),
        MessageType = row.GetString(2),
        Body = row.GetString(3),
        Attempts = row.GetInt32(4),
        SentAt = row.GetFieldValue<DateTimeOffset>(5),
        FailedAt = row.GetFieldValue<DateTimeOffset>(6),
        CorrelationId = EnvelopeStatements.TextOrNull(row, 7),
        CausationId = EnvelopeStatements.TextOrNull(row, 8),
        DeduplicationId = EnvelopeStatements.TextOrNull(row, 9),
        TenantId = EnvelopeStatements.TextOrNull(row, 10),
        PartitionKey = EnvelopeStatements.TextOrNull(row, 11),
        ExceptionType = row.GetString(12),
        ExceptionMessage = row.GetString(13),
        ExceptionDetail = row.GetString(14),
    };
}
