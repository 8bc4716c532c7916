using Engagement.Common;
using EventStore;

namespace Engagement.Privacy;

/// <summary>The requests for erasure, for the privacy officer.</summary>
public sealed class PrivacyReads(DocumentStore store)
{
    public Task<ErasureCase?> FindAsync(Guid subject, CancellationToken cancellationToken) =>
        store.LoadAsync<ErasureCase>(SubjectRecord.IdOf(subject), cancellationToken);

    /// <summary>What is still to be done, the first due first: so what is overdue comes before everything else.</summary>
    /// <param name="after">The last case already seen.</param>
    /// <param name="limit">The most that are wanted.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<ErasureCase>> DueAsync(ErasureCase? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<ErasureCase>(
            """
            select data from public.mt_doc_erasurecase
            where data ->> 'IsDone' = 'false' and ($1::text is null or (data ->> 'AnswerBy', id) > ($1, $2))
            order by data ->> 'AnswerBy', id
            limit $3
            """,
            cancellationToken,
            after is null ? null : IsoDay.Of(after.AnswerBy),
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }
}
