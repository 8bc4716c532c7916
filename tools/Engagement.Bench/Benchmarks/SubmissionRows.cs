using Npgsql;

namespace Engagement.Bench.Benchmarks;

/// <summary>
/// The rows of one submission as the platform wrote it: two streams with an event each, a key, an idempotency key, a receipt, and how far the view is.
/// </summary>
internal sealed record SubmissionRows(
    string Tenant,
    string? CorrelationId,
    string? Headers,
    string? UserName,
    EventRow Response,
    EventRow View,
    string Receipt,
    string ReceiptDotNetType,
    string IdempotencyResult,
    byte[] WrappedKey,
    string KeyEncryptionKeyId,
    Guid? ConsultationId)
{
    private const string ReadModel =
        """
        SELECT r.tenant_id, r.correlation_id, r.headers::text, r.user_name,
            rs.type, r.data::text, r.type, r.mt_dotnet_type,
            vs.type, v.data::text, v.type, v.mt_dotnet_type,
            d.data::text, d.mt_dotnet_type, i.result, k.wrapped_key, k.kek_id, p.consultation_id
        FROM mt_doc_receipt d
        JOIN mt_streams rs ON rs.id = d.id
        JOIN mt_events r ON r.stream_id = rs.id
        JOIN mt_events v ON v.data -> 'Source' ->> 'Id' = d.id::text
        JOIN mt_streams vs ON vs.id = v.stream_id
        JOIN engagement.view_progress p ON p.view_id = v.stream_id
        JOIN engagement.subject_keys k ON k.subject_id = (r.data ->> 'SubjectId')::uuid
        JOIN mt_idempotency_keys i ON (i.result::jsonb ->> 'Id')::uuid = d.id
        """;

    // All but what is new in each submission. A ceiling that writes less than the platform writes is none.
    private const string DistinctRows =
        """
        WITH event AS (SELECT * FROM mt_events WHERE type IN ('response_submitted_v2', 'view_captured_v2')),
        kinds AS (
            SELECT DISTINCT concat_ws(' ', 'stream', to_jsonb(s) - '{id,timestamp,created}'::text[]) AS kind
            FROM mt_streams s WHERE id IN (SELECT stream_id FROM event)
            UNION
            SELECT DISTINCT concat_ws(' ', 'event', to_jsonb(e) - '{seq_id,id,stream_id,timestamp,correlation_id,data}'::text[],
                e.correlation_id IS NULL, e.data - '{SubjectId,Reference,SecretHash,SubmittedAt,SaidAt,Content,Source,Words}'::text[],
                length(e.data ->> 'Content'), length(e.data ->> 'Source'), length(e.data ->> 'Words'))
            FROM event e
            UNION
            SELECT DISTINCT concat_ws(' ', 'receipt', to_jsonb(d) - '{id,data,mt_last_modified}'::text[],
                d.data - '{Id,Reference,SecretHash,SubmittedAt}'::text[])
            FROM mt_doc_receipt d
            UNION
            SELECT DISTINCT concat_ws(' ', 'idempotency key', tenant_id, length(key), result::jsonb - '{Fingerprint,Id,At}'::text[])
            FROM mt_idempotency_keys
            UNION
            SELECT DISTINCT concat_ws(' ', 'subject key', length(wrapped_key), kek_id)
            FROM engagement.subject_keys
            UNION
            SELECT DISTINCT concat_ws(' ', 'progress', to_jsonb(p) - '{view_id,said_at}'::text[])
            FROM engagement.view_progress p
            UNION
            SELECT concat_ws(' ', 'rows of a submission',
                (SELECT count(*) FROM event)::numeric / responses,
                (SELECT count(*) FROM mt_streams WHERE id IN (SELECT stream_id FROM event))::numeric / responses,
                (SELECT count(*) FROM mt_doc_receipt)::numeric / responses,
                (SELECT count(*) FROM mt_idempotency_keys)::numeric / responses,
                (SELECT count(*) FROM engagement.subject_keys)::numeric / responses,
                (SELECT count(*) FROM engagement.view_progress)::numeric / responses)
            FROM (SELECT count(*) AS responses FROM event WHERE type = 'response_submitted_v2') counted)
        SELECT string_agg(kind, E'\n' ORDER BY kind) FROM kinds
        """;

    /// <summary>The one submission that there is.</summary>
    public static async Task<SubmissionRows> ReadModelAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(ReadModel);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        if (!await row.ReadAsync(cancellationToken))
            throw new BenchmarkException("The platform's rows of a submission are not as this benchmark knows them: its statement finds none.");

        return new SubmissionRows(
            row.GetString(0),
            Optional(row, 1),
            Optional(row, 2),
            Optional(row, 3),
            new EventRow(row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7)),
            new EventRow(row.GetString(8), row.GetString(9), row.GetString(10), row.GetString(11)),
            row.GetString(12),
            row.GetString(13),
            row.GetString(14),
            row.GetFieldValue<byte[]>(15),
            row.GetString(16),
            row.IsDBNull(17) ? null : row.GetGuid(17));
    }

    /// <exception cref="BenchmarkException">The platform and the bare server wrote different rows.</exception>
    public static async Task AssertSameAsync(string platformDatabase, string bareDatabase, CancellationToken cancellationToken)
    {
        var (ofPlatform, ofBare) = (await DistinctAsync(platformDatabase, cancellationToken), await DistinctAsync(bareDatabase, cancellationToken));
        if (ofPlatform != ofBare)
            throw new BenchmarkException($"The platform and the bare server wrote different rows, so the figures cannot be compared:\n{ofPlatform}\n\n{ofBare}");
    }

    private static async Task<string> DistinctAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var dataSource = NpgsqlDataSource.Create(connectionString);
        await using var command = dataSource.CreateCommand(DistinctRows);
        return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static string? Optional(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>A stream's type, and its one event.</summary>
internal sealed record EventRow(string StreamType, string Data, string Type, string DotNetType);
