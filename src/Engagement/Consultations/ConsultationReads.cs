using Engagement.Common;
using EventStore;

namespace Engagement.Consultations;

/// <summary>What is seen of consultations.</summary>
public sealed class ConsultationReads(DocumentStore store)
{
    // The same rule as ConsultationStates.On, for filtering in the database; $1 is the day.
    private const string StateOn =
        """
        case
            when data ->> 'WithdrawnOn' is not null then 'Withdrawn'
            when data ->> 'OpensOn' is null then 'Draft'
            when $1 >= (data ->> 'PausedOn') then 'Paused'
            when $1 > coalesce(data ->> 'ClosedOn', data ->> 'ClosesOn') then 'Closed'
            when $1 < (data ->> 'OpensOn') then 'Coming'
            else 'Open'
        end
        """;

    public Task<ConsultationPage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.LoadAsync<ConsultationPage>(id, cancellationToken);

    public Task<IReadOnlyList<ConsultationPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ConsultationPage>(ids, cancellationToken);

    public async Task<ConsultationPage?> BySlugAsync(string slug, CancellationToken cancellationToken) => Slug.IsPossible(slug)
        ? await store.FindDocumentAsync<ConsultationPage>(
            "select data from public.mt_doc_consultationpage where data ->> 'Slug' = $1", cancellationToken, slug)
        : null;

    /// <summary>Newest first. <paramref name="state"/> null: all, but drafts only when asked for.</summary>
    public async Task<Slice<ConsultationPage>> ListAsync(
        ConsultationState? state, bool includeDrafts, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<ConsultationPage>(
            $"""
            select data from public.mt_doc_consultationpage
            where ($2::text is null or {StateOn} = $2)
              and ($3 or data ->> 'OpensOn' is not null)
              and ($4::timestamptz is null or ((data ->> 'DraftedAt')::timestamptz, id) < ($4, $5))
            order by (data ->> 'DraftedAt')::timestamptz desc, id desc
            limit $6
            """,
            cancellationToken,
            IsoDay.Of(today),
            state?.ToString(),
            includeDrafts,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(
        ConsultationState? state, bool includeDrafts, DateOnly today, CancellationToken cancellationToken) =>
        (int)await store.CountAsync(
            $"""
            select count(*) from public.mt_doc_consultationpage
            where ($2::text is null or {StateOn} = $2) and ($3 or data ->> 'OpensOn' is not null)
            """,
            cancellationToken,
            IsoDay.Of(today),
            state?.ToString(),
            includeDrafts);

    public static TimePosition PositionOf(ConsultationPage page) => new(page.DraftedAt, page.Id);
}
