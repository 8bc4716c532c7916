using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Suggestions, worked out when they are read, and what coders have made of them.</summary>
public sealed class ThemeSuggestionReads(DocumentStore store) : IPersonalTextMemory, IDisposable
{
    private const int PageSize = 5_000;

    private readonly CodingMemory _memory = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private long _seen;

    /// <summary>The suggestions for each of these views that says something; none of a theme that it carries or that was rejected for it.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ThemeSuggestion>>> ForViewsAsync(
        IReadOnlyCollection<Guid> viewIds, CancellationToken cancellationToken)
    {
        var themes = await store.ListAsync(
            """
            select t.theme_id, t.today_id, (card.data ->> 'ConsultationId')::uuid
            from engagement.theme_today t join public.mt_doc_themecard card on card.id = t.today_id
            """,
            row => new KnownTheme(row.GetGuid(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2)),
            cancellationToken);
        var views = await store.ListAsync(
            """
            select v.id, v.consultation_id, v.text,
                   array(select t.theme_id from engagement.view_themes t where t.view_id = v.id
                         union
                         select t.today_id from engagement.view_suggestions s join engagement.theme_today t on t.theme_id = s.theme_id
                         where s.view_id = v.id and not s.accepted)
            from engagement.views v
            where v.id = any($1) and v.text is not null
            """,
            row => new WaitingView(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetString(2), row.GetFieldValue<Guid[]>(3)),
            cancellationToken,
            viewIds.ToArray());

        await _turn.WaitAsync(cancellationToken);
        try
        {
            await LearnAsync(cancellationToken);
            _memory.Follow(themes.ToDictionary(theme => theme.Id, theme => theme.TodayId));
            return views.ToDictionary(
                view => view.Id, view => ThemeSuggester.Suggest(_memory, view.Id, view.Words, ThemesFor(view, themes)));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>By method, its newest version first.</summary>
    public Task<IReadOnlyList<ThemeSuggestionRate>> RatesAsync(CancellationToken cancellationToken) => store.ListAsync(
        """
        select method, method_version, count(*) filter (where accepted), count(*) filter (where not accepted)
        from engagement.view_suggestions group by method, method_version order by method, method_version desc
        """,
        row => new ThemeSuggestionRate(row.GetString(0), row.GetInt32(1), (int)row.GetInt64(2), (int)row.GetInt64(3)),
        cancellationToken);

    /// <summary>As if the person's views had never been learnt from.</summary>
    public async ValueTask ForgetAsync(Guid subject, CancellationToken cancellationToken)
    {
        var views = await store.ListAsync("select id from engagement.views where subject_id = $1", row => row.GetGuid(0), cancellationToken, subject);
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var view in views)
                _memory.Forget(view);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static HashSet<Guid> ThemesFor(WaitingView view, IReadOnlyList<KnownTheme> themes) => themes
        .Where(theme => theme.ConsultationId is null || theme.ConsultationId == view.ConsultationId)
        .Select(theme => theme.TodayId)
        .Except(view.NotThemes)
        .ToHashSet();

    /// <summary>Reads what has changed since the last time. What was withdrawn, uncoded or erased is forgotten.</summary>
    private async Task LearnAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Change> page;
        do
        {
            page = await store.ListAsync(
                """
                select v.id, v.changed, v.text, array(select t.coded_theme_id from engagement.view_themes t where t.view_id = v.id)
                from engagement.views v where v.changed > $1 order by v.changed limit $2
                """,
                row => new Change(row.GetGuid(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetFieldValue<Guid[]>(3)),
                cancellationToken,
                _seen,
                PageSize);
            foreach (var change in page)
            {
                if (change is { Words: { } words, ThemeIds.Length: > 0 })
                    _memory.Learn(new CodedView(change.Id, words, change.ThemeIds));
                else
                    _memory.Forget(change.Id);

                _seen = change.Position;
            }
        }
        while (page.Count == PageSize);
    }

    private sealed record KnownTheme(Guid Id, Guid TodayId, Guid? ConsultationId);

    private sealed record WaitingView(Guid Id, Guid? ConsultationId, string Words, Guid[] NotThemes);

    private sealed record Change(Guid Id, long Position, string? Words, Guid[] ThemeIds);
}
