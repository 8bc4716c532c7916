using System.Diagnostics;
using Npgsql;
using static Messaging.Storage.Parameters;

namespace Messaging.Storage;

/// <summary>Every SQL statement about single envelopes, built once for a schema.</summary>
internal sealed class EnvelopeStatements
{
    /// <summary>What <see cref="Read"/> reads.</summary>
    public const string Columns =
        "id, queue, message_type, body, attempts, interruptions, sent_at, due_at, correlation_id, causation_id, deduplication_id, tenant_id, partition_key, trace_parent, position";

    /// <summary>
    /// For claims and signs of life, ahead of them in their transaction. Losing one in a crash of the database does no harm, and waiting for the disk would cost
    /// as much as a handling. And the plans must never read the whole table, whatever statistics from a quieter hour say; nor must they be compiled, which
    /// takes far longer than they do, because a scan that cannot be avoided (of the few nodes) seems dear.
    /// </summary>
    public const string InPassing =
        "SELECT set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true), set_config('jit', 'off', true)";

    private readonly FailureText _failures;
    private readonly string _claim;
    private readonly string _nextDue;
    private readonly string _begin;
    private readonly string _releaseUnknown;
    private readonly string _insert;
    private readonly string _insertOnce;
    private readonly string _keep;
    private readonly string _giveBack;
    private readonly string _bury;
    private readonly string _discard;
    private readonly string _forget;

    public EnvelopeStatements(string schema, FailureText failures)
    {
        _failures = failures;

        // Of a key, only the first message is free: those before it have been due already (a message that was never due holds nothing up),
        // and none is in hand. That no two nodes find different firsts is seen to by the unique index on keys in hand.
        // A time that is no time (infinity, put there by hand) must not stop the queue.
        // A node that the others have given up is not known to them: whatever it claimed before it says again that it is there would be ended at once.
        // A message that was in hand when a node ended may be the reason, so a node has one such at a time: if it ends again, only that one counts again.
        _claim =
            $"""
            WITH next AS MATERIALIZED (
                SELECT id, position, interruptions
                FROM "{schema}".envelopes e
                WHERE queue = $1 AND due_at <= coalesce($2, now()) AND owner_id IS NULL AND (interruptions = 0 OR $5)
                    AND EXISTS (SELECT FROM "{schema}".nodes WHERE nodes.id = $4)
                    AND (partition_key IS NULL OR NOT (
                        EXISTS (
                            SELECT FROM "{schema}".envelopes before
                            WHERE before.queue = e.queue AND before.partition_key = e.partition_key AND before.position < e.position
                                AND (before.due_at <= coalesce($2, now()) OR before.attempts > 0 OR before.interruptions > 0))
                        OR EXISTS (
                            SELECT FROM "{schema}".envelopes taken
                            WHERE taken.queue = e.queue AND taken.partition_key = e.partition_key AND taken.owner_id IS NOT NULL
                                AND taken.position <> e.position)))
                ORDER BY due_at, position
                LIMIT $3
                FOR UPDATE SKIP LOCKED)
            UPDATE "{schema}".envelopes SET owner_id = $4, claimed_at = coalesce($2, now())
            WHERE id = ANY(ARRAY(
                SELECT id FROM next
                WHERE interruptions = 0 OR position = (SELECT min(position) FROM next WHERE interruptions > 0)))
            RETURNING {Columns}, CASE WHEN isfinite(due_at) THEN coalesce($2, now()) - due_at ELSE interval '0' END
            """;
        _nextDue =
            $"""
            SELECT due_at - coalesce($2, now()) FROM "{schema}".envelopes
            WHERE queue = $1 AND due_at > coalesce($2, now()) AND isfinite(due_at) ORDER BY due_at LIMIT 1
            """;
        // A lost answer to a claim leaves messages that nobody works on: this node knows which it has, so the others are free.
        _releaseUnknown = $"""UPDATE "{schema}".envelopes SET owner_id = NULL WHERE owner_id = $1 AND queue = $2 AND id <> ALL($3)""";
        // The session is named for its transaction only, so that the pool's connections are nobody's in between.
        _begin = $"""DELETE FROM "{schema}".envelopes WHERE id = $1 AND owner_id = $2 RETURNING set_config('application_name', $3, true)""";

        const string Sent = "queue, message_type, body, sent_at, due_at, correlation_id, causation_id, deduplication_id, tenant_id, partition_key, trace_parent";
        const string Given = "$2, $3, $4, coalesce($5, clock_timestamp()), coalesce($6, $5, clock_timestamp()), $7, $8, $9, $10, $11, $12";
        _insert = $"""INSERT INTO "{schema}".envelopes (id, {Sent}) VALUES ($1, {Given})""";
        _insertOnce =
            $"""
            WITH first AS (
                INSERT INTO "{schema}".deduplications AS known (deduplication_id, expires_at) VALUES ($9, greatest(coalesce($5, now()), $6) + $13)
                ON CONFLICT (deduplication_id) DO UPDATE SET expires_at = excluded.expires_at WHERE known.expires_at <= coalesce($5, now())
                RETURNING deduplication_id)
            INSERT INTO "{schema}".envelopes (id, {Sent}) SELECT $1, {Given} FROM first
            """;

        const string Counted = "attempts = $3, interruptions = $4";
        _keep = $"""UPDATE "{schema}".envelopes SET {Counted} WHERE id = $1 AND owner_id = $2""";
        _giveBack = $"""UPDATE "{schema}".envelopes SET {Counted}, due_at = coalesce($5, now()) + $6, owner_id = NULL WHERE id = $1 AND owner_id = $2""";
        _discard = $"""DELETE FROM "{schema}".envelopes WHERE id = $1 AND owner_id = $2""";
        const string Kept = "queue, message_type, body, sent_at, correlation_id, causation_id, deduplication_id, tenant_id, partition_key, trace_parent";
        _bury =
            $"""
            WITH gone AS (DELETE FROM "{schema}".envelopes WHERE id = $1 AND owner_id = $2 RETURNING *)
            INSERT INTO "{schema}".dead_letters (id, {Kept}, attempts, failed_at, exception_type, exception_message, exception_detail)
            SELECT id, {Kept}, $3, coalesce($4, now()), $5, $6, $7 FROM gone
            """;
        // Never waiting for another, so that it can be no part of a deadlock; and not so many at once that it takes long.
        _forget =
            $"""
            DELETE FROM "{schema}".deduplications
            WHERE deduplication_id = ANY(ARRAY(
                SELECT deduplication_id FROM "{schema}".deduplications WHERE expires_at <= coalesce($1, now())
                ORDER BY expires_at LIMIT $2 FOR UPDATE SKIP LOCKED))
            """;
    }

    /// <summary>Takes what is due and free, the earliest first, for a node; another transaction's are passed over. The second answer is how long until the next is due.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="now">The time.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="node">Whose they are then.</param>
    /// <param name="withSuspect">Whether one of them may be a message that was in hand when a node ended.</param>
    public NpgsqlBatchCommand[] Claim(string queue, DateTimeOffset? now, int most, Guid node, bool withSuspect) =>
    [
        new(InPassing),
        new(_claim) { Parameters = { Text(queue), Time(now), Integer(most), Uuid(node), Boolean(withSuspect) } },
        new(_nextDue) { Parameters = { Text(queue), Time(now) } },
    ];

    /// <summary>Frees what a node owns in a queue without knowing it.</summary>
    public NpgsqlBatchCommand ReleaseUnknown(Guid node, string queue, Guid[] known) =>
        new(_releaseUnknown) { Parameters = { Uuid(node), Text(queue), Uuids(known) } };

    /// <summary>Takes an envelope out, in the transaction of its handling, if it is still this node's, and says whose the transaction is.</summary>
    public NpgsqlBatchCommand Begin(Envelope envelope, Guid node) =>
        new(_begin) { Parameters = { Uuid(envelope.Id), Uuid(node), Text(NodeStatements.SessionOf(node)) } };

    public NpgsqlBatchCommand Insert(OutgoingMessage message)
    {
        var command = new NpgsqlBatchCommand(_insert);
        AddColumns(command, message);
        return command;
    }

    /// <summary>Inserts the message unless its deduplication id is remembered, and remembers the id.</summary>
    public NpgsqlBatchCommand InsertOnce(OutgoingMessage message, TimeSpan window)
    {
        var command = new NpgsqlBatchCommand(_insertOnce);
        AddColumns(command, message);
        command.Parameters.Add(Interval(window));
        return command;
    }

    /// <summary>Records a failure, with the counts the envelope has now. Changes nothing when the envelope is not this node's any more.</summary>
    public NpgsqlBatchCommand Record(FailureStep step, Envelope after, Guid node, DateTimeOffset? now, Exception reason) => step.Kind switch
    {
        FailureStep.What.RetryNow => new NpgsqlBatchCommand(_keep)
        {
            Parameters = { Uuid(after.Id), Uuid(node), Integer(after.Attempts), Integer(after.Interruptions) },
        },
        FailureStep.What.Schedule => new NpgsqlBatchCommand(_giveBack)
        {
            Parameters = { Uuid(after.Id), Uuid(node), Integer(after.Attempts), Integer(after.Interruptions), Time(now), Interval(step.Delay) },
        },
        FailureStep.What.Discard => new NpgsqlBatchCommand(_discard) { Parameters = { Uuid(after.Id), Uuid(node) } },
        _ => new NpgsqlBatchCommand(_bury)
        {
            Parameters =
            {
                Uuid(after.Id),
                Uuid(node),
                Integer(after.Attempts + after.Interruptions),
                Time(now),
                Text(StorableText.From(reason.GetType().FullName ?? reason.GetType().Name)),
                Text(StorableText.From(_failures.MessageOf(reason))),
                Text(StorableText.From(_failures.DetailOf(reason))),
            },
        },
    };

    /// <summary>Forgets deduplication ids whose window has passed, at most so many.</summary>
    public NpgsqlBatchCommand ForgetDeduplicationIds(DateTimeOffset? now, int most) => new(_forget) { Parameters = { Time(now), Integer(most) } };

    /// <summary>Reads an envelope from <see cref="Columns"/>, and how long it has been due if that is asked for.</summary>
    public static Envelope Read(NpgsqlDataReader reader, bool withWait = false) => new()
    {
        Id = reader.GetGuid(0),
        Queue = reader.GetString(1),
        MessageType = reader.GetString(2),
        Body = reader.GetString(3),
        Attempts = reader.GetInt32(4),
        Interruptions = reader.GetInt32(5),
        SentAt = reader.GetFieldValue<DateTimeOffset>(6),
        ExecutionTime = reader.GetFieldValue<DateTimeOffset>(7),
        CorrelationId = TextOrNull(reader, 8),
        CausationId = TextOrNull(reader, 9),
        DeduplicationId = TextOrNull(reader, 10),
        TenantId = TextOrNull(reader, 11),
        PartitionKey = TextOrNull(reader, 12),
        TraceParent = TextOrNull(reader, 13),
        Position = reader.GetInt64(14),
        Waited = withWait ? reader.GetTimeSpan(15) : default,
        ClaimedTimestamp = Stopwatch.GetTimestamp(),
    };

    public static string? TextOrNull(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    private static void AddColumns(NpgsqlBatchCommand command, OutgoingMessage message)
    {
        var parameters = command.Parameters;
        parameters.Add(Uuid(message.Id));
        parameters.Add(Text(message.Queue));
        parameters.Add(Text(message.MessageType));
        parameters.Add(Json(message.Body));
        parameters.Add(Time(message.Now));
        parameters.Add(Time(message.Delivery.ScheduledTime));
        parameters.Add(Text(message.Delivery.CorrelationId));
        parameters.Add(Text(message.Delivery.CausationId));
        parameters.Add(Text(message.Delivery.DeduplicationId));
        parameters.Add(Text(message.Delivery.TenantId));
        parameters.Add(Text(message.Delivery.PartitionKey));
        parameters.Add(Text(message.TraceParent));
    }
}
