using Engagement.Common;
using EventStore;

namespace Engagement.EvidencePacks;

/// <summary>What is seen of evidence packs.</summary>
public sealed class EvidencePackReads(DocumentStore store)
{
    public Task<EvidencePack?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<EvidencePack>(id, cancellationToken);

    /// <summary>The last asked for first.</summary>
    public async Task<Slice<EvidencePack>> ListAsync(TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<EvidencePack>(
            """
            select data from public.mt_doc_evidencepack
            where $1::timestamptz is null or ((data ->> 'AskedAt')::timestamptz, id) < ($1, $2)
            order by (data ->> 'AskedAt')::timestamptz desc, id desc
            limit $3
            """,
            cancellationToken,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TimePosition PositionOf(EvidencePack pack) => new(pack.AskedAt, pack.Id);

    /// <summary>The first that was made with the same bytes; null where this is the first.</summary>
    public async Task<EvidencePack?> SameAsync(EvidencePack pack, CancellationToken cancellationToken) => pack.ManifestHash is null
        ? null
        : await store.FindDocumentAsync<EvidencePack>(
            """
            select data from public.mt_doc_evidencepack
            where data ->> 'ManifestHash' = $1 and (data ->> 'MadeAt')::timestamptz < $2
            order by (data ->> 'MadeAt')::timestamptz
            limit 1
            """,
            cancellationToken,
            pack.ManifestHash,
            pack.MadeAt!.Value.UtcDateTime);

    public async Task<PackProgress?> ProgressAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            "select percent, stage, seen_at from engagement.evidence_pack_files where pack_id = $1",
            row => new PackProgress(row.GetInt32(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2)),
            cancellationToken,
            id);
        return rows is [var progress] ? progress : null;
    }

    /// <summary>The archive; null until it is made.</summary>
    internal async Task<byte[]?> ContentAsync(Guid id, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            "select content from engagement.evidence_pack_files where pack_id = $1 and content is not null", row => row.GetFieldValue<byte[]>(0), cancellationToken, id);
        return rows is [var content] ? content : null;
    }

    /// <summary>Seen at once by everybody who waits, and never less than before.</summary>
    internal async Task ReportAsync(Guid id, int percent, string stage, CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(
            """
            update engagement.evidence_pack_files
            set stage = case when percent <= $2 then $3 else stage end, percent = greatest(percent, $2), seen_at = clock_timestamp()
            where pack_id = $1
            """);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(percent);
        command.Parameters.AddWithValue(stage);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
