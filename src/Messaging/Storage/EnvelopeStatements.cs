using Npgsql;
using NpgsqlTypes;

namespace Messaging.Storage;

/// <summary>Every SQL statement about envelopes, built once for a schema.</summary>
internal sealed class EnvelopeStatements
{
    private const string Columns =
        "id, queue, message_type, body, attempts, sent_at, due_at, correlation_id, causation_id, deduplication_id, tenant_id";

    private readonly string _claim;
    private readonly string _claimAgain;
    private readonly string _nextDue;
    private readonly string _insert;
    private readonly string _insertOnce;
    private readonly string _bury;
    private readonly string _forget;

    public EnvelopeStatements(string schema)
    {
        // Taking the row out is the claim. The lock ends with the transaction, so whatever happens to the worker, the message is either
        // handled and gone or waiting as before: no lease to renew, no owner to declare dead.
        _claim =
            $"""
            DELETE FROM "{schema}".envelopes
            WHERE id = (
                SELECT id FROM "{schema}".envelopes
                WHERE queue = $1 AND due_at <= $2
                ORDER BY due_at, position
                LIMIT 1
                FOR UPDATE SKIP LOCKED)
            RETURNING {Columns}
            """;
        _claimAgain = $"""DELETE FROM "{schema}".envelopes WHERE id = $1 AND attempts = $2""";
        _nextDue = $"""SELECT due_at FROM "{schema}".envelopes WHERE queue = $1 AND due_at > $2 ORDER BY due_at LIMIT 1""";
        _insert = $"""INSERT INTO "{schema}".envelopes ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)""";
        _insertOnce =
            $"""
            WITH first AS (
                INSERT INTO "{schema}".deduplications AS known (deduplication_id, expires_at) VALUES ($10, $12)
                ON CONFLICT (deduplication_id) DO UPDATE SET expires_at = excluded.expires_at WHERE known.expires_at <= $6
                RETURNING deduplication_id)
            INSERT INTO "{schema}".envelopes ({Columns})
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, deduplication_id, $11 FROM first
            """;
        _bury =
            $"""
            INSERT INTO "{schema}".dead_letters
                (id, queue, message_type, body, attempts, sent_at, failed_at, correlation_id, causation_id, deduplication_id, tenant_id,
                 exception_type, exception_message, exception_detail)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;
        _forget = $"""DELETE FROM "{schema}".deduplications WHERE expires_at <= $1""";
    }

    /// <summary>Takes the next due envelope out; another transaction's are passed over.</summary>
    public NpgsqlBatchCommand Claim(string queue, DateTimeOffset now) =>
        new(_claim) { Parameters = { Text(queue), Time(now) } };

    /// <summary>Takes an envelope out if it is still as it was at the given attempt.</summary>
    public NpgsqlBatchCommand ClaimAgain(Envelope envelope) =>
        new(_claimAgain) { Parameters = { Uuid(envelope.Id), Integer(envelope.Attempts) } };

    /// <summary>When the first envelope that is not due yet will be.</summary>
    public NpgsqlBatchCommand NextDue(string queue, DateTimeOffset now) =>
        new(_nextDue) { Parameters = { Text(queue), Time(now) } };

    public NpgsqlBatchCommand Insert(Envelope envelope)
    {
        var command = new NpgsqlBatchCommand(_insert);
        AddColumns(command, envelope, envelope.ExecutionTime);
        return command;
    }

    /// <summary>Inserts the envelope unless its deduplication id is remembered, and remembers the id.</summary>
    public NpgsqlBatchCommand InsertOnce(Envelope envelope, DateTimeOffset rememberUntil)
    {
        var command = new NpgsqlBatchCommand(_insertOnce);
        AddColumns(command, envelope, envelope.ExecutionTime);
        command.Parameters.Add(Time(rememberUntil));
        return command;
    }

    /// <summary>Puts the envelope among the dead letters with the reason.</summary>
    public NpgsqlBatchCommand Bury(Envelope envelope, DateTimeOffset failedAt, Exception reason)
    {
        var command = new NpgsqlBatchCommand(_bury);
        AddColumns(command, envelope, failedAt);
        command.Parameters.Add(Text(StorableText.From(reason.GetType().FullName ?? reason.GetType().Name)));
        command.Parameters.Add(Text(StorableText.From(reason.Message)));
        command.Parameters.Add(Text(StorableText.From(reason.ToString())));
        return command;
    }

    /// <summary>Forgets deduplication ids whose window has passed.</summary>
    public NpgsqlBatchCommand ForgetDeduplicationIds(DateTimeOffset now) => new(_forget) { Parameters = { Time(now) } };

    /// <summary>Reads an envelope from the columns the claim returns.</summary>
    public static Envelope Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        Queue = reader.GetString(1),
        MessageType = reader.GetString(2),
        Body = reader.GetString(3),
        Attempts = reader.GetInt32(4),
        SentAt = reader.GetFieldValue<DateTimeOffset>(5),
        ExecutionTime = reader.GetFieldValue<DateTimeOffset>(6),
        CorrelationId = TextOrNull(reader, 7),
        CausationId = TextOrNull(reader, 8),
        DeduplicationId = TextOrNull(reader, 9),
        TenantId = TextOrNull(reader, 10),
    };

    private static void AddColumns(NpgsqlBatchCommand command, Envelope envelope, DateTimeOffset time)
    {
        var parameters = command.Parameters;
        parameters.Add(Uuid(envelope.Id));
        parameters.Add(Text(envelope.Queue));
        parameters.Add(Text(envelope.MessageType));
        parameters.Add(new NpgsqlParameter<string> { TypedValue = envelope.Body, NpgsqlDbType = NpgsqlDbType.Json });
        parameters.Add(Integer(envelope.Attempts));
        parameters.Add(Time(envelope.SentAt));
        parameters.Add(Time(time));
        parameters.Add(Text(envelope.CorrelationId));
        parameters.Add(Text(envelope.CausationId));
        parameters.Add(Text(envelope.DeduplicationId));
        parameters.Add(Text(envelope.TenantId));
    }

    private static string? TextOrNull(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal) ? null : reader.GetString(ordinal);

    // Every parameter says its type, so that the statements can be prepared.
    private static NpgsqlParameter<string?> Text(string? value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text };

    private static NpgsqlParameter<Guid> Uuid(Guid value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Uuid };

    private static NpgsqlParameter<int> Integer(int value) => new() { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Integer };

    private static NpgsqlParameter<DateTimeOffset> Time(DateTimeOffset value) =>
        new() { TypedValue = value.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz };
}
