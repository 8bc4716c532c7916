using Engagement.Common;
using EventStore;

namespace Engagement.Activities;

/// <summary>What is seen of activities.</summary>
public sealed class ActivityReads(DocumentStore store)
{
    private const string Matches =
        """
        ($1::text is null or data ->> 'ConsultationId' = $1)
          and ($2::text is null or data ->> 'State' = $2)
          and ($3::text is null or data ->> 'Audience' = $3)
          and ($4::text is null or data ->> 'District' = $4)
          and ($5::text is null or data ->> 'Title' ilike '%' || $5 || '%' escape '\')
          and ($6::text is null or data ->> 'OnDay' >= $6)
          and (not $7 or data ->> 'Kind' <> 'OneToOne')
        """;

    public Task<ActivityPage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<ActivityPage>(id, cancellationToken);

    public Task<IReadOnlyList<ActivityPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ActivityPage>(ids, cancellationToken);

    /// <summary>By day.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="order">The latest or the earliest first.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Slice<ActivityPage>> ListAsync(
        ActivityFilter filter, ActivityOrder order, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == ActivityOrder.Earliest ? (">", "") : ("<", " desc");
        var rows = await store.ListDocumentsAsync<ActivityPage>(
            $"""
            select data from public.mt_doc_activitypage
            where {Matches} and ($8::text is null or (data ->> 'OnDay', id) {follows} ($8, $9))
            order by data ->> 'OnDay'{direction}, id{direction}
            limit $10
            """,
            cancellationToken,
            [.. Parameters(filter), after is { } position ? IsoDay.Of(position.Day) : null, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(ActivityFilter filter, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from public.mt_doc_activitypage where {Matches}", cancellationToken, Parameters(filter));

    /// <summary>Those that everybody may see: without talks with one person.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="order">The latest or the earliest first.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<Slice<ActivityPage>> ListPublicAsync(
        ActivityFilter filter, ActivityOrder order, DayPosition? after, int limit, CancellationToken cancellationToken) =>
        ListAsync(filter with { OnlyPublic = true }, order, after, limit, cancellationToken);

    public Task<int> CountPublicAsync(ActivityFilter filter, CancellationToken cancellationToken) =>
        CountAsync(filter with { OnlyPublic = true }, cancellationToken);

    public static DayPosition PositionOf(ActivityPage activity) => new(activity.OnDay, activity.Id);

    private static object?[] Parameters(ActivityFilter filter) =>
    [
        filter.ConsultationId?.ToString(),
        filter.State?.ToString(),
        filter.Audience?.ToString(),
        filter.District is { } district ? CleanText.OneLine(district) : null,
        CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
        filter.From is { } from ? IsoDay.Of(from) : null,
        filter.OnlyPublic,
    ];
}
