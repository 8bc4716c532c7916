using Engagement.Common;
using EventStore;

namespace Engagement.Charter;

/// <summary>What is seen of charters, and of the services that are looked at by them.</summary>
public sealed class CharterReads(DocumentStore store)
{
    // Far more than are ever adopted.
    private const int MostEditions = 500;

    private const string Matches =
        $"""
        ($1::text is null or data ->> 'Service' = $1)
          and ($2::text is null or data ->> 'CurrentStage' = $2)
          and ($3::text is null or data ->> 'Title' ilike '%' || $3 || '%' escape '\')
          and (not $4 or {CharterWork.HasClaimsToCheck} or {CharterWork.HasCellsToAgree})
        """;

    public Task<CharterEdition?> FindEditionAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<CharterEdition>(id, cancellationToken);

    public Task<IReadOnlyList<CommissioningActivity>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<CommissioningActivity>(ids, cancellationToken);

    public Task<IReadOnlyList<CharterEdition>> EditionsByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<CharterEdition>(ids, cancellationToken);

    /// <summary>The latest first.</summary>
    public async Task<Slice<CharterEdition>> ListEditionsAsync(DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<CharterEdition>(
            """
            select data from public.mt_doc_charteredition
            where $1::text is null or (data ->> 'From', id) < ($1, $2)
            order by data ->> 'From' desc, id desc
            limit $3
            """,
            cancellationToken,
            after is { } position ? IsoDay.Of(position.Day) : null,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static DayPosition PositionOf(CharterEdition edition) => new(edition.From, edition.Id);

    public Task<CommissioningActivity?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<CommissioningActivity>(id, cancellationToken);

    /// <summary>As it had been recorded by a moment; null when it was not there.</summary>
    public async Task<CommissioningActivity?> FindAsAtAsync(Guid id, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        CommissioningActivity? activity = null;
        foreach (var e in (await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken)).Where(e => e.Timestamp <= moment))
            activity = CommissioningActivity.Evolve(activity, e);

        return activity;
    }

    /// <summary>Those begun last come first.</summary>
    public async Task<Slice<CommissioningActivity>> ListAsync(CommissioningFilter filter, DayPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<CommissioningActivity>(
            $"""
            select data from public.mt_doc_commissioningactivity
            where {Matches} and ($5::text is null or (data ->> 'StartedOn', id) < ($5, $6))
            order by data ->> 'StartedOn' desc, id desc
            limit $7
            """,
            cancellationToken,
            [.. Parameters(filter), after is { } position ? IsoDay.Of(position.Day) : null, after?.Id, limit + 1]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(CommissioningFilter filter, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from public.mt_doc_commissioningactivity where {Matches}", cancellationToken, Parameters(filter));

    public static DayPosition PositionOf(CommissioningActivity activity) => new(activity.StartedOn, activity.Id);

    /// <summary>Null where there is no such commissioning activity, or no such edition.</summary>
    public async Task<RescoredActivity?> RescoreAsync(Guid activityId, Guid editionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(activityId, cancellationToken) is not { } activity)
            return null;

        var editions = (await ListEditionsAsync(null, MostEditions, cancellationToken)).Items.ToDictionary(edition => edition.Id);
        return editions.TryGetValue(activity.EditionId, out var from) && editions.TryGetValue(editionId, out var to)
            ? RescoredActivity.Of(activity, from, to, editions)
            : null;
    }

    private static object?[] Parameters(CommissioningFilter filter) =>
    [
        filter.Service,
        filter.Stage?.ToString(),
        CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
        filter.ToCheck,
    ];
}
