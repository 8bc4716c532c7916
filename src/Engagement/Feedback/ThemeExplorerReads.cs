using Engagement.Common;
using Engagement.Releases;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// Themes in figures and through time, for officers. A merged theme's views are counted with the theme they went into. A view is counted once
/// in a theme, however often it was coded to what the theme is today.
/// </summary>
public sealed class ThemeExplorerReads(DocumentStore store)
{
    /// <summary>For each theme that has views: each audience apart. Trends are as at a moment.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ThemeVoices>>> VoicesAsync(
        IReadOnlyCollection<Guid> themeIds, DateTimeOffset asAt, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select t.theme_id, v.audience,
                   count(*) filter (where not v.proxy),
                   count(*) filter (where v.proxy),
                   count(*) filter (where not v.proxy and v.said_at > $2 - $3 and v.said_at <= $2),
                   count(*) filter (where not v.proxy and v.said_at > $2 - 2 * $3 and v.said_at <= $2 - $3)
            from (select distinct theme_id, view_id from engagement.view_themes where theme_id = any($1)) t
            join engagement.views v on v.id = t.view_id
            group by t.theme_id, v.audience
            """,
            row => (
                Theme: row.GetGuid(0),
                Voices: new ThemeVoices(
                    CodingBoardReads.AudienceOf(row, 1),
                    (int)row.GetInt64(2),
                    (int)row.GetInt64(3),
                    ThemeTrends.Of((int)row.GetInt64(4), (int)row.GetInt64(5)))),
            cancellationToken,
            themeIds.ToArray(),
            asAt.UtcDateTime,
            TimeSpan.FromDays(ThemeTrends.SpanInDays));
        return rows.GroupBy(row => row.Theme).ToDictionary(
            theme => theme.Key,
            IReadOnlyList<ThemeVoices> (theme) => [.. theme.Select(row => row.Voices).OrderBy(v => v.Audience is null).ThenBy(v => v.Audience)]);
    }

    /// <summary>
    /// For each theme and audience with views, in the order of the keys; what is not known comes last. Officers see how many views there are in all
    /// (<see cref="VoicesAsync"/>), so small numbers are hidden as parts of a whole that is known; own voice and proxy are never added up.
    /// </summary>
    public async Task<IReadOnlyList<ThemeBreakdown>> BreakdownAsync(
        IReadOnlyCollection<Guid> themeIds, ThemeDimension dimension, CancellationToken cancellationToken)
    {
        var key = dimension switch
        {
            ThemeDimension.District => "v.district",
            ThemeDimension.Phase => "v.phase",
            ThemeDimension.Month => "to_char(v.said_at at time zone 'Europe/London', 'YYYY-MM')",
            _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
        };
        var rows = await store.ListAsync(
            $"""
            select t.theme_id, v.audience, {key} as key, count(*) filter (where not v.proxy), count(*) filter (where v.proxy)
            from (select distinct theme_id, view_id from engagement.view_themes where theme_id = any($1)) t
            join engagement.views v on v.id = t.view_id
            group by t.theme_id, v.audience, key
            order by t.theme_id, v.audience, key nulls last
            """,
            row => (
                Theme: row.GetGuid(0),
                Audience: CodingBoardReads.AudienceOf(row, 1),
                Key: row.IsDBNull(2) ? null : row.GetString(2),
                Own: (int)row.GetInt64(3),
                Proxy: (int)row.GetInt64(4)),
            cancellationToken,
            themeIds.ToArray());
        return
        [
            .. rows.GroupBy(row => (row.Theme, row.Audience)).Select(group =>
            {
                var own = DisclosurePolicy.OfficersV1.ShowParts([.. group.Select(row => row.Own)]);
                var proxy = DisclosurePolicy.OfficersV1.ShowParts([.. group.Select(row => row.Proxy)]);
                return new ThemeBreakdown(
                    group.Key.Theme, group.Key.Audience, [.. group.Select((row, i) => new ThemeCell(row.Key, own?[i], proxy?[i]))]);
            }),
        ];
    }

    public async Task<ThemeHistory> HistoryAsync(Guid themeId, CancellationToken cancellationToken) =>
        (await HistoriesAsync([themeId], cancellationToken))[themeId];

    /// <summary>For each of these themes, whether there is such a theme or not.</summary>
    public async Task<Dictionary<Guid, ThemeHistory>> HistoriesAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var lineage = new ThemeLineage(await ChangesAroundAsync(themeIds, cancellationToken));
        return themeIds.ToDictionary(id => id, id => new ThemeHistory(lineage.TodaysThemesOf(id), lineage.HistoryOf(id), lineage.AncestryOf(id)));
    }

    /// <summary>The codebook of a consultation, or of the standing themes: those that take codes, in the order they were opened.</summary>
    public Task<IReadOnlyList<ThemeCard>> CodebookAsync(Guid? consultationId, CancellationToken cancellationToken) =>
        store.ListDocumentsAsync<ThemeCard>(
            """
            select data from public.mt_doc_themecard
            where data ->> 'ConsultationId' is not distinct from $1 and data ->> 'MergedInto' is null
            order by (data ->> 'OpenedAt')::timestamptz, id
            """,
            cancellationToken,
            consultationId?.ToString());

    // All that is connected with the themes by merges and splits, with the links of these.
    private Task<IReadOnlyList<ThemeChange>> ChangesAroundAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken) => store.ListAsync(
        """
        with recursive related(id) as (
            select unnest($1::uuid[])
            union
            select case when c.from_id = r.id then c.into_id else c.from_id end
            from related r join engagement.theme_changes c on (c.from_id = r.id or c.into_id = r.id) and c.kind <> 'Linked')
        select c.kind, c.from_id, c.into_id, c.at, c.position from engagement.theme_changes c
        where c.from_id in (select id from related) or c.into_id in (select id from related)
        order by c.position, c.from_id
        """,
        row => new ThemeChange(
            Enum.Parse<ThemeChangeKind>(row.GetString(0)),
            row.GetGuid(1),
            row.GetGuid(2),
            row.GetFieldValue<DateTimeOffset>(3),
            row.GetInt64(4)),
        cancellationToken,
        themeIds.ToArray());
}
