using Engagement.Common;
using EventStore;

namespace Engagement.Consultations;

/// <summary>What is seen of consultations.</summary>
public sealed class ConsultationReads(DocumentStore store)
{
    // Where drafts are in the order of days.
    private static readonly DateOnly NoFirstDay = new(1900, 1, 1);
    private static readonly DateOnly NoLastDay = new(9000, 1, 1);

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

    private const string Matching =
        $"""
        ($2::text is null or {StateOn} = $2)
        and ($3 or data ->> 'OpensOn' is not null)
        and ($4::text is null or data -> 'Audiences' ? $4)
        and ($5::text is null or strpos(lower(concat_ws(' ', data ->> 'Title', data -> 'Proposal' ->> 'Text')), lower($5)) > 0)
        and ($6::text is null or data -> 'About' ? $6)
        and ($7::text is null or data -> 'Districts' ? $7 or coalesce(jsonb_array_length(data -> 'Districts'), 0) = 0)
        """;

    public Task<ConsultationPage?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        store.LoadAsync<ConsultationPage>(id, cancellationToken);

    public Task<IReadOnlyList<ConsultationPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ConsultationPage>(ids, cancellationToken);

    public async Task<ConsultationPage?> BySlugAsync(string slug, CancellationToken cancellationToken) => Slug.IsPossible(slug)
        ? await store.FindDocumentAsync<ConsultationPage>(
            "select data from public.mt_doc_consultationpage where data ->> 'Slug' = $1", cancellationToken, slug)
        : null;

    /// <summary>Drafts are among them only when asked for. Consultations are hundreds, so the list is read without an index of its own.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="order">In which order.</param>
    /// <param name="includeDrafts">Whether drafts are among them.</param>
    /// <param name="today">In London.</param>
    /// <param name="after">Where the page before ended, in the same order; null: from the beginning.</param>
    /// <param name="limit">How many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Slice<ConsultationPage>> ListAsync(
        ConsultationFilter filter,
        ConsultationOrder order,
        bool includeDrafts,
        DateOnly today,
        TimePosition? after,
        int limit,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var (key, comparison, direction) = order switch
        {
            ConsultationOrder.Opens => ($"coalesce(data ->> 'OpensOn', '{IsoDay.Of(NoFirstDay)}')::date", "<", "desc"),
            ConsultationOrder.Closes => ($"coalesce(data ->> 'ClosesOn', '{IsoDay.Of(NoLastDay)}')::date", ">", "asc"),
            _ => ("(data ->> 'DraftedAt')::timestamptz", "<", "desc"),
        };
        var rows = await store.ListDocumentsAsync<ConsultationPage>(
            $"""
            select data from public.mt_doc_consultationpage
            where {Matching}
              and ($8::timestamptz is null or ({key}, id) {comparison} ({(order == ConsultationOrder.Newest ? "$8" : "($8 at time zone 'UTC')::date")}, $9))
            order by {key} {direction}, id {direction}
            limit $10
            """,
            cancellationToken,
            [.. Parameters(filter, includeDrafts, today), after?.At.UtcDateTime, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(ConsultationFilter filter, bool includeDrafts, DateOnly today, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return (int)await store.CountAsync(
            $"select count(*) from public.mt_doc_consultationpage where {Matching}", cancellationToken, Parameters(filter, includeDrafts, today));
    }

    public static TimePosition PositionOf(ConsultationPage page, ConsultationOrder order)
    {
        ArgumentNullException.ThrowIfNull(page);
        return order switch
        {
            ConsultationOrder.Opens => new(DayOf(page.OpensOn ?? NoFirstDay), page.Id),
            ConsultationOrder.Closes => new(DayOf(page.ClosesOn ?? NoLastDay), page.Id),
            _ => new(page.DraftedAt, page.Id),
        };
    }

    private static object?[] Parameters(ConsultationFilter filter, bool includeDrafts, DateOnly today) =>
        [IsoDay.Of(today), filter.State?.ToString(), includeDrafts, filter.Audience?.ToString(), CleanText.OrNull(filter.Search), filter.About?.ToString(), filter.District];

    private static DateTimeOffset DayOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
