using Engagement.Common;
using EventStore;

namespace Engagement.Paper;

public sealed class PaperReads(DocumentStore store)
{
    public Task<IReadOnlyList<PaperFormCard>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<PaperFormCard>(ids, cancellationToken);

    /// <summary>The forms that do not count yet, by their numbers; <paramref name="after"/> is the last number already seen.</summary>
    public async Task<Slice<PaperFormCard>> WaitingAsync(Guid waveId, string? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<PaperFormCard>(
            """
            select data from public.mt_doc_paperformcard
            where data ->> 'WaveId' = $1 and data ->> 'State' <> 'Checked' and data ->> 'FormNumber' > $2
            order by data ->> 'FormNumber' limit $3
            """,
            cancellationToken,
            waveId.ToString(),
            after ?? "",
            limit + 1);
        return rows.SliceOf(limit);
    }
}
