using Engagement.Common;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>
/// Which views, and so which responses, are behind a theme today, and how themes became one another. Written with the events themselves, so
/// counts of a theme are exact.
/// </summary>
public sealed class ViewThemesProjection : IProjection
{
    /// <summary>The themes $1 as <c>of_theme (root, id)</c>, each with itself and all that has gone into it and is there still.</summary>
    internal const string WithThemesOf =
        """
        with recursive of_theme (root, id) as (
            select theme, theme from unnest($1::uuid[]) theme
            union
            select o.root, m.from_id from of_theme o
            join engagement.theme_changes m on m.into_id = o.id and m.kind = 'Merged'
            where not exists (
                select from engagement.theme_changes u
                where u.kind = 'Unmerged' and u.from_id = m.from_id and u.into_id = m.into_id and u.position > m.position))
        """;

    public string Name => "ViewThemes";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(ThemeOpened),
        typeof(ThemesMerged),
        typeof(ThemeUnmerged),
        typeof(ThemeSplit),
        typeof(ThemesLinked),
        typeof(ViewCoded),
        typeof(ViewUncoded),
        typeof(ViewMoved),
        typeof(ViewWithdrawn),
    ];

    public IReadOnlyList<string> Tables => ["engagement.view_themes", "engagement.theme_today", "engagement.theme_changes"];

    public Task ApplyAsync(IDocumentSession operations, IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        foreach (var command in events.SelectMany(Statements))
            operations.QueueSqlCommand(command);

        return Task.CompletedTask;
    }

    private static IEnumerable<NpgsqlBatchCommand> Statements(IEvent e) => e.Data switch
    {
        ThemeOpened => [Statement("insert into engagement.theme_today (theme_id, today_id) values ($1, $1) on conflict do nothing", e.StreamId)],

        // Recorded in each theme it is about; it takes effect once, in the one that changes.
        ThemesMerged merged when merged.From.Contains(e.StreamId) =>
        [
            Follow(e.StreamId, merged.Into), Move(e.StreamId, merged.Into), Note(e, ThemeChangeKind.Merged, merged.Into),
        ],
        ThemeUnmerged unmerged when unmerged.From == e.StreamId =>
        [
            Note(e, ThemeChangeKind.Unmerged, unmerged.Into), .. TakeBack(e.StreamId),
        ],
        ThemeSplit split when split.From == e.StreamId => [Note(e, ThemeChangeKind.Split, split.Into)],
        ThemesLinked linked when linked.ThemeId == e.StreamId => [Note(e, ThemeChangeKind.Linked, linked.OtherThemeId)],

        ViewCoded coded => [Link(e.StreamId, coded, e.OccurredAt())],
        ViewUncoded uncoded => [Statement("delete from engagement.view_themes where view_id = $1 and coded_theme_id = $2", e.StreamId, uncoded.ThemeId)],
        ViewMoved moved => [Move(e.StreamId, moved)],
        ViewWithdrawn => [Statement("delete from engagement.view_themes where view_id = $1", e.StreamId)],
        _ => [],
    };

    // Coding locks its theme's row and merging changes it, so of the two at the same time one sees what the other has done.
    private static NpgsqlBatchCommand Link(Guid viewId, ViewCoded coded, DateTimeOffset at) => Statement(
        """
        insert into engagement.view_themes (view_id, theme_id, coded_theme_id, source_id, coded_at)
        select $1, t.today_id, $2, $3, $4 from engagement.theme_today t where t.theme_id = $2 for share
        on conflict do nothing
        """,
        viewId,
        coded.ThemeId,
        coded.SourceId,
        at.UtcDateTime);

    // All that had gone into the theme before goes on with it.
    private static NpgsqlBatchCommand Follow(Guid from, Guid into) => Statement(
        "update engagement.theme_today set today_id = (select t.today_id from engagement.theme_today t where t.theme_id = $2) where today_id = $1",
        from,
        into);

    private static NpgsqlBatchCommand Move(Guid from, Guid into) => Statement(
        "update engagement.view_themes set theme_id = (select t.today_id from engagement.theme_today t where t.theme_id = $2) where theme_id = $1",
        from,
        into);

    // All that went along with the theme comes back with it; what was coded to the other theme since stays there.
    private static IEnumerable<NpgsqlBatchCommand> TakeBack(Guid theme) =>
    [
        Statement($"{WithThemesOf} update engagement.theme_today t set today_id = o.root from of_theme o where t.theme_id = o.id", new[] { theme }),
        Statement($"{WithThemesOf} update engagement.view_themes v set theme_id = o.root from of_theme o where v.coded_theme_id = o.id", new[] { theme }),
    ];

    private static NpgsqlBatchCommand Move(Guid viewId, ViewMoved moved) => Statement(
        """
        with gone as (
            delete from engagement.view_themes where view_id = $1 and coded_theme_id = any($2) returning source_id, coded_at)
        insert into engagement.view_themes (view_id, theme_id, coded_theme_id, source_id, coded_at)
        select $1, t.today_id, $3, g.source_id, g.coded_at
        from (select source_id, min(coded_at) as coded_at from gone group by source_id) g
        join engagement.theme_today t on t.theme_id = $3
        on conflict do nothing
        """,
        viewId,
        moved.From.ToArray(),
        moved.Into);

    // The position is read from the log, because an event does not know it before its transaction has appended it.
    private static NpgsqlBatchCommand Note(IEvent e, ThemeChangeKind kind, Guid into) => Statement(
        """
        insert into engagement.theme_changes (kind, from_id, into_id, at, position)
        select $3, $1, $4, $5, seq_id from public.mt_events where stream_id = $1 and version = $2
        on conflict do nothing
        """,
        e.StreamId,
        e.Version,
        kind.ToString(),
        into,
        e.OccurredAt().UtcDateTime);

    private static NpgsqlBatchCommand Statement(string sql, params object[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new NpgsqlParameter { Value = parameter });

        return command;
    }
}
