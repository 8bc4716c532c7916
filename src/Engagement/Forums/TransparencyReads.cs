using System.Text.Json;
using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Forums;

/// <summary>The public reports of how forums are moderated. Only months that are over: a month that grows could be watched as it does.</summary>
public sealed class TransparencyReads(DocumentStore store)
{
    /// <summary>The reports of a forum, last month first; months without contributions are left out.</summary>
    /// <param name="forumId">The forum.</param>
    /// <param name="today">The day in London.</param>
    /// <param name="before">The first day of the last month already seen.</param>
    /// <param name="limit">How many months.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Slice<TransparencyReport>> ListAsync(
        Guid forumId, DateOnly today, DateOnly? before, int limit, CancellationToken cancellationToken)
    {
        var until = new DateOnly(today.Year, today.Month, 1);
        var rows = await FiguresAsync(forumId, before < until ? before.Value : until, limit + 1, cancellationToken);
        return ((IReadOnlyList<TransparencyReport>)[.. rows.Select(TransparencyReport.Publish)]).SliceOf(limit);
    }

    internal Task<IReadOnlyList<ModerationFigures>> FiguresAsync(
        Guid forumId, DateOnly before, int limit, CancellationToken cancellationToken) =>
        store.ListAsync(
            """
            with received as (
                select id, received_at, appeal, date_trunc('month', received_at at time zone 'Europe/London')::date as month
                from engagement.contributions where forum_id = $1),
            months as (select distinct month from received where month < $2 order by month desc limit $3),
            cases as (
                select r.month,
                       r.appeal,
                       l.first = 'Released' as released_at_first,
                       coalesce(l.held, false) as held,
                       coalesce(l.returned, false) as returned,
                       l.refused_because,
                       extract(epoch from (l.first_by_person - r.received_at)) / 3600 as hours,
                       coalesce(l.reversals, 0) as reversals
                from received r
                join months m on m.month = r.month
                left join lateral (
                    select (array_agg(e.kind order by e.version))[1] as first,
                           bool_or(e.kind = 'Held') as held,
                           bool_or(e.kind = 'Returned') as returned,
                           (array_agg(e.reason_class order by e.version desc) filter (where e.kind = 'Refused'))[1] as refused_because,
                           min(e.decided_at) filter (where e.person is not null) as first_by_person,
                           count(*) filter (where e.kind = 'Reversed') as reversals
                    from engagement.moderation_ledger e where e.contribution_id = r.id) l on true),
            reasons as (
                select month, jsonb_object_agg(refused_because, n) as by_reason
                from (select month, refused_because, count(*) as n from cases where refused_because is not null group by month, refused_because) r
                group by month)
            select c.month,
                   count(*),
                   count(*) filter (where released_at_first),
                   count(*) filter (where held),
                   count(*) filter (where returned),
                   count(*) filter (where refused_because is not null),
                   coalesce((select by_reason from reasons r where r.month = c.month), '{}')::text,
                   count(hours),
                   percentile_cont(0.5) within group (order by hours::double precision),
                   count(*) filter (where appeal <> 'None'),
                   count(*) filter (where appeal = 'Upheld'),
                   count(*) filter (where appeal = 'Overturned'),
                   sum(reversals)::bigint
            from cases c
            group by c.month
            order by c.month desc
            """,
            row => Read(forumId, row),
            cancellationToken,
            forumId,
            before,
            limit);

    private static ModerationFigures Read(Guid forumId, NpgsqlDataReader row) => new(
        forumId,
        row.GetFieldValue<DateOnly>(0),
        (int)row.GetInt64(1),
        (int)row.GetInt64(2),
        (int)row.GetInt64(3),
        (int)row.GetInt64(4),
        (int)row.GetInt64(5),
        JsonSerializer.Deserialize<Dictionary<RefusalReason, int>>(row.GetString(6)) ?? [],
        (int)row.GetInt64(7),
        row.IsDBNull(8) ? null : row.GetDouble(8),
        (int)row.GetInt64(9),
        (int)row.GetInt64(10),
        (int)row.GetInt64(11),
        (int)row.GetInt64(12));
}
