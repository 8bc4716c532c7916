using Messaging.Storage;
using Npgsql;
using static Messaging.Storage.Parameters;

namespace Messaging;

/// <summary>How many messages a queue holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Due">Messages that are due and that nobody has in hand.</param>
/// <param name="InHand">Messages that a node has in hand.</param>
/// <param name="Scheduled">Messages that are not due yet, also those that wait for their next attempt.</param>
/// <param name="DeadLetters">Messages that could not be handled.</param>
/// <param name="OldestDue">For how long the first that is due has been so.</param>
public sealed record QueueStatus(string Name, long Due, long InHand, long Scheduled, long DeadLetters, TimeSpan? OldestDue);

/// <summary>A process that shares the work.</summary>
/// <param name="Id">Its identity, new with each start.</param>
/// <param name="Name">What it is called.</param>
/// <param name="StartedAt">Since when it has taken part.</param>
/// <param name="SeenAt">When it last said that it is there.</param>
/// <param name="InHand">How many messages it has in hand.</param>
public sealed record NodeStatus(Guid Id, string Name, DateTimeOffset StartedAt, DateTimeOffset SeenAt, long InHand);

/// <summary>A message that is stored and not yet handled.</summary>
/// <param name="Envelope">The message.</param>
/// <param name="Owner">The name of the node that has it in hand; null when it waits.</param>
public sealed record StoredMessage(Envelope Envelope, string? Owner);

/// <summary>Which of the stored messages are meant: all of what is given must fit.</summary>
public sealed record MessageFilter
{
    /// <summary>Those of one queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Those of one type, by its stable name.</summary>
    public string? MessageType { get; init; }

    /// <summary>Those of one tenant.</summary>
    public string? TenantId { get; init; }
}

/// <summary>Looks at what waits and what is in hand, on this and all other nodes.</summary>
public sealed class MessageQueues
{
    private readonly NpgsqlDataSource _dataSource;
    private readonly MessagingOptions _options;
    private readonly MessagingClock _clock;
    private readonly string _envelopes;
    private readonly string _schema;

    internal MessageQueues(NpgsqlDataSource dataSource, MessagingOptions options, MessagingClock clock)
    {
        (_dataSource, _options, _clock) = (dataSource, options, clock);
        _schema = $"\"{options.Schema}\"";
        _envelopes = $"{_schema}.envelopes";
    }

    /// <summary>Every queue that is declared here or has messages. It counts them all, which takes a while when there are millions.</summary>
    public async Task<IReadOnlyList<QueueStatus>> ListQueuesAsync(CancellationToken cancellationToken = default)
    {
        var sql =
            $"""
            SELECT queue, sum(due)::bigint, sum(in_hand)::bigint, sum(scheduled)::bigint, sum(dead)::bigint, coalesce($1, now()) - min(oldest)
            FROM (
                SELECT queue, count(*) FILTER (WHERE owner_id IS NULL AND due_at <= coalesce($1, now())) AS due,
                    count(*) FILTER (WHERE owner_id IS NOT NULL) AS in_hand,
                    count(*) FILTER (WHERE owner_id IS NULL AND due_at > coalesce($1, now())) AS scheduled,
                    0 AS dead,
                    min(due_at) FILTER (WHERE owner_id IS NULL AND due_at <= coalesce($1, now()) AND isfinite(due_at)) AS oldest
                FROM {_envelopes} GROUP BY queue
                UNION ALL SELECT queue, 0, 0, 0, count(*), NULL FROM {_schema}.dead_letters GROUP BY queue) counted
            GROUP BY queue
            """;
        var found = new Dictionary<string, QueueStatus>();
        await ReadAsync(
            sql,
            row => found[row.GetString(0)] = new QueueStatus(
                row.GetString(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.IsDBNull(5) ? null : row.GetTimeSpan(5)),
            cancellationToken,
            Time(_clock.Now));
        foreach (var name in _options.Queues.Keys)
            found.TryAdd(name, new QueueStatus(name, 0, 0, 0, 0, null));
        return [.. found.Values.OrderBy(queue => queue.Name, StringComparer.Ordinal)];
    }

    /// <summary>The processes that share the work, the one that started first first.</summary>
    public async Task<IReadOnlyList<NodeStatus>> ListNodesAsync(CancellationToken cancellationToken = default)
    {
        var nodes = new List<NodeStatus>();
        await ReadAsync(
            $"""
            SELECT id, name, started_at, seen_at, (SELECT count(*) FROM {_envelopes} WHERE owner_id = nodes.id)
            FROM {_schema}.nodes ORDER BY started_at, id
            """,
            row => nodes.Add(new NodeStatus(row.GetGuid(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3), row.GetInt64(4))),
            cancellationToken);
        return nodes;
    }

    /// <summary>Messages that are not handled yet, by the times they were sent at.</summary>
    /// <param name="filter">Which; all when absent.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The last of those seen before, to go on after it.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public async Task<IReadOnlyList<StoredMessage>> ListAsync(
        MessageFilter? filter = null, int limit = 100, StoredMessage? after = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var messages = new List<StoredMessage>();
        await ReadAsync(
            $"""
            SELECT {Columns} FROM {_envelopes} e LEFT JOIN {_schema}.nodes n ON n.id = e.owner_id
            WHERE e.id > $1 AND ($2 IS NULL OR queue = $2) AND ($3 IS NULL OR message_type = $3) AND ($4 IS NULL OR tenant_id = $4)
            ORDER BY e.id LIMIT $5
            """,
            row => messages.Add(Read(row)),
            cancellationToken,
            // It begins with the time, and has an index.
            Uuid(after?.Envelope.Id ?? Guid.Empty),
            Text(filter?.Queue),
            Text(filter?.MessageType),
            Text(filter?.TenantId),
            Integer(limit));
        return messages;
    }

    /// <summary>One message that is not handled yet; null when there is none with that id.</summary>
    public async Task<StoredMessage?> FindAsync(Guid id, CancellationToken cancellationToken = default)
    {
        StoredMessage? found = null;
        await ReadAsync(
            $"SELECT {Columns} FROM {_envelopes} e LEFT JOIN {_schema}.nodes n ON n.id = e.owner_id WHERE e.id = $1",
            row => found = Read(row),
            cancellationToken,
            Uuid(id));
        return found;
    }

    /// <summary>How many wait in each queue that is declared here. It reads what is due and nothing else.</summary>
    internal async Task<IReadOnlyDictionary<string, long>> CountDueAsync(CancellationToken cancellationToken)
    {
        var counts = _options.Queues.Keys.ToDictionary(queue => queue, _ => 0L);
        await ReadAsync(
            $"""
            SELECT queue, (SELECT count(*) FROM {_envelopes} e WHERE e.queue = q.queue AND due_at <= coalesce($2, now()) AND owner_id IS NULL)
            FROM unnest($1) AS q (queue)
            """,
            row => counts[row.GetString(0)] = row.GetInt64(1),
            cancellationToken,
            Texts(_options.Queues.Keys),
            Time(_clock.Now));
        return counts;
    }

    /// <summary>
    /// Of each queue that has messages, declared here or not: for how long the first has been here and due that waits for no other, for how long one has been
    /// in hand that a node took first; and whether there are dead letters. It costs about what a worker's look does.
    /// </summary>
    internal async Task<(IReadOnlyList<(string Queue, TimeSpan? Waiting, TimeSpan? InHand)> Due, bool HasDeadLetters)> LookAsync(CancellationToken cancellationToken)
    {
        var due = new List<(string, TimeSpan?, TimeSpan?)>();
        var hasDeadLetters = false;
        // The names are found one by one in the index: there are few, and millions of messages. One that is behind another of its key waits for that one.
        await ReadAsync(
            $"""
            WITH RECURSIVE queues AS (
                SELECT min(queue) AS queue FROM {_envelopes}
                UNION ALL SELECT (SELECT min(queue) FROM {_envelopes} WHERE queue > q.queue) FROM queues q WHERE q.queue IS NOT NULL)
            SELECT queue,
                coalesce($1, now()) - (
                    SELECT greatest(due_at, sent_at) FROM {_envelopes} e
                    WHERE e.queue = q.queue AND due_at <= coalesce($1, now()) AND isfinite(due_at) AND owner_id IS NULL AND (partition_key IS NULL OR NOT EXISTS (
                        SELECT FROM {_envelopes} other
                        WHERE other.queue = e.queue AND other.partition_key = e.partition_key AND other.position <> e.position
                            AND (other.owner_id IS NOT NULL OR (other.position < e.position AND other.due_at > coalesce($1, now()) AND (other.attempts > 0 OR other.interruptions > 0)))))
                    ORDER BY due_at LIMIT 1),
                coalesce($1, now()) - (SELECT min(claimed_at) FROM {_envelopes} e WHERE e.queue = q.queue AND owner_id IS NOT NULL),
                EXISTS (SELECT FROM {_schema}.dead_letters)
            FROM queues q
            """,
            row =>
            {
                hasDeadLetters = row.GetBoolean(3);
                if (!row.IsDBNull(0))
                    due.Add((row.GetString(0), row.IsDBNull(1) ? null : row.GetTimeSpan(1), row.IsDBNull(2) ? null : row.GetTimeSpan(2)));
            },
            cancellationToken,
            Time(_clock.Now));
        return (due, hasDeadLetters);
    }

    // Of the node only the name, which the envelope has not got.
    private static string Columns => string.Join(", ", EnvelopeStatements.Columns.Split(", ").Select(column => $"e.{column}").Append("coalesce(n.name, e.owner_id::text)"));

    private static StoredMessage Read(NpgsqlDataReader row) => new(EnvelopeStatements.Read(row), EnvelopeStatements.TextOrNull(row, row.FieldCount - 1));

    private async Task ReadAsync(string sql, Action<NpgsqlDataReader> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        await using var command = _dataSource.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            read(reader);
    }
}
