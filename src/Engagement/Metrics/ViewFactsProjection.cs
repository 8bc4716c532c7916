using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Metrics;

/// <summary>Views, the themes they carried and what became of those themes, as it was known at every moment.</summary>
public sealed class ViewFactsProjection : IProjection
{
    public const string ProjectionName = "ViewFacts";

    public string Name => ProjectionName;

    public IReadOnlyCollection<Type> EventTypes => ViewPage.EventTypes;

    public IReadOnlyList<string> Tables => ["engagement.view_facts", "engagement.view_codings", "engagement.theme_merges"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var page = ViewPage.Of(events);
        if (page.Ends.Count > 0)
            operations.QueueSqlCommand(End(page.Ends));

        if (page.Versions.Count > 0)
            operations.QueueSqlCommand(Insert(page.Versions));

        if (page.CodingEnds.Count > 0)
            operations.QueueSqlCommand(End(page.CodingEnds));

        if (page.Codings.Count > 0)
            operations.QueueSqlCommand(Insert(page.Codings));

        if (page.Merges.Count > 0)
            operations.QueueSqlCommand(Insert(page.Merges));

        // One after the other: a theme that is merged, taken out and merged again ends the first of the two merges only.
        foreach (var (from, at) in page.MergeEnds)
            operations.QueueSqlCommand(EndMerge(from, at));

        return Task.CompletedTask;
    }

    private static NpgsqlBatchCommand End(IReadOnlyCollection<KeyValuePair<Guid, DateTime>> ends) => new(
        """
        update engagement.view_facts v set ended_at = e.at from unnest($1::uuid[], $2::timestamptz[]) as e(view_id, at)
        where v.view_id = e.view_id and v.ended_at = 'infinity'
        """)
    {
        Parameters = { Columns.Of(ends.Select(e => e.Key)), Columns.Of(ends.Select(e => e.Value)) },
    };

    private static NpgsqlBatchCommand Insert(List<ViewVersion> versions) => new(
        """
        insert into engagement.view_facts
            (view_id, version, recorded_at, ended_at, said_on, source, consultation_id, audience, proxy, district, need, phase,
             codes, not_codable, withdrawn)
        select n.view_id, n.version, n.recorded_at, n.ended_at, coalesce(n.said_on, b.said_on), coalesce(n.source, b.source),
               coalesce(n.consultation_id, b.consultation_id), coalesce(n.audience, b.audience), coalesce(n.proxy, b.proxy),
               coalesce(n.district, b.district), coalesce(n.need, b.need), coalesce(n.phase, b.phase),
               coalesce(b.codes, 0) + n.more_codes, coalesce(n.not_codable, b.not_codable, false), n.withdrawn or coalesce(b.withdrawn, false)
        from unnest($1::uuid[], $2::int[], $3::timestamptz[], $4::timestamptz[], $5::date[], $6::text[], $7::uuid[], $8::text[], $9::boolean[],
                    $10::text[], $11::text[], $12::text[], $13::int[], $14::boolean[], $15::boolean[])
            as n(view_id, version, recorded_at, ended_at, said_on, source, consultation_id, audience, proxy, district, need, phase,
                 more_codes, not_codable, withdrawn)
        left join lateral (
            select * from engagement.view_facts v where n.said_on is null and v.view_id = n.view_id order by v.version desc limit 1) b on true
        where n.said_on is not null or b.view_id is not null
        on conflict (view_id, version) do nothing
        """)
    {
        Parameters =
        {
            Columns.Of(versions.Select(v => v.ViewId)),
            Columns.Of(versions.Select(v => v.Version)),
            Columns.Of(versions.Select(v => v.RecordedAt)),
            Columns.Of(versions.Select(v => v.EndedAt)),
            Columns.Of(versions.Select(v => v.Captured is { } captured ? LondonCalendar.DayOf(captured.SaidAt) : (DateOnly?)null)),
            Columns.Of(versions.Select(v => v.Captured?.Source.Kind.ToString())),
            Columns.Of(versions.Select(v => v.Captured?.ConsultationId)),
            Columns.Of(versions.Select(v => v.Captured?.Audience?.ToString())),
            Columns.Of(versions.Select(v => v.Captured?.Proxy)),
            Columns.Of(versions.Select(v => v.Captured?.District)),
            Columns.Of(versions.Select(v => v.Captured?.Need)),
            Columns.Of(versions.Select(v => v.Captured?.Phase)),
            Columns.Of(versions.Select(v => v.MoreCodes)),
            Columns.Of(versions.Select(v => v.NotCodable)),
            Columns.Of(versions.Select(v => v.Withdrawn)),
        },
    };

    private static NpgsqlBatchCommand End(List<(Guid ViewId, Guid ThemeId, DateTime At)> ends) => new(
        """
        update engagement.view_codings c set ended_at = e.at from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as e(view_id, theme_id, at)
        where c.view_id = e.view_id and c.theme_id = e.theme_id and c.ended_at = 'infinity'
        """)
    {
        Parameters = { Columns.Of(ends.Select(e => e.ViewId)), Columns.Of(ends.Select(e => e.ThemeId)), Columns.Of(ends.Select(e => e.At)) },
    };

    private static NpgsqlBatchCommand Insert(List<ViewCoding> codings) => new(
        """
        insert into engagement.view_codings (view_id, theme_id, version, recorded_at, ended_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::timestamptz[])
        on conflict (view_id, theme_id, version) do nothing
        """)
    {
        Parameters =
        {
            Columns.Of(codings.Select(c => c.ViewId)),
            Columns.Of(codings.Select(c => c.ThemeId)),
            Columns.Of(codings.Select(c => c.Version)),
            Columns.Of(codings.Select(c => c.RecordedAt)),
            Columns.Of(codings.Select(c => c.EndedAt)),
        },
    };

    private static NpgsqlBatchCommand EndMerge(Guid from, DateTime at) =>
        new("update engagement.theme_merges set ended_at = $2 where from_id = $1 and recorded_at < $2 and ended_at = 'infinity'")
        {
            Parameters = { new NpgsqlParameter<Guid> { TypedValue = from }, new NpgsqlParameter<DateTime> { TypedValue = at } },
        };

    // A merge is recorded in each of its themes: once is enough.
    private static NpgsqlBatchCommand Insert(List<(Guid From, Guid Into, DateTime At)> merges) => new(
        """
        insert into engagement.theme_merges (from_id, into_id, recorded_at)
        select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[])
        on conflict (from_id, into_id, recorded_at) do nothing
        """)
    {
        Parameters = { Columns.Of(merges.Select(m => m.From)), Columns.Of(merges.Select(m => m.Into)), Columns.Of(merges.Select(m => m.At)) },
    };
}
