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

    /// <summary>Of each of the hashes the first pack that was made with it.</summary>
    public Task<IReadOnlyList<EvidencePack>> FirstByManifestHashesAsync(IReadOnlyList<string> hashes, CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<EvidencePack>(
            """
            select distinct on (data ->> 'ManifestHash') data from public.mt_doc_evidencepack
            where data ->> 'ManifestHash' = any($1)
            order by data ->> 'ManifestHash', (data ->> 'MadeAt')::timestamptz
            """,
            cancellationToken,
            (object)hashes.ToArray());

    /// <summary>How far the making of each is.</summary>
    public async Task<IReadOnlyDictionary<Guid, PackProgress>> ProgressAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            "select pack_id, percent, stage, seen_at from engagement.evidence_pack_files where pack_id = any($1)",
            row => (Id: row.GetGuid(0), Progress: new PackProgress(row.GetInt32(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3))),
            cancellationToken,
            ids.ToArray());
        return rows.ToDictionary(row => row.Id, row => row.Progress);
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
