using Engagement.Common;
using Engagement.Consultations;
using Engagement.Participants;
using Engagement.Surveys;
using EventStore;
using Npgsql;

namespace Engagement.Feedback;

/// <summary>What officers see of views, themes and loops.</summary>
public sealed class FeedbackReads(DocumentStore store, SubjectKeys subjectKeys)
{
    internal const string QuestionText =
        """
        coalesce(
            (select q ->> 'Text'
             from jsonb_array_elements(i.data -> 'Instrument' -> 'Versions') n, jsonb_array_elements(n -> 'Questions') q
             where (n ->> 'Number')::int = v.instrument_version and q ->> 'Key' = v.question_key),
            v.question_key)
        """;

    /// <summary>Today's themes of the view v, in the order they were given.</summary>
    internal const string ThemesOfView =
        """
        array(select t.theme_id from engagement.view_themes t where t.view_id = v.id group by t.theme_id order by min(t.coded_at), t.theme_id)
        """;

    /// <summary>One view as it is now: from its own events, so that an officer sees at once what they have just done.</summary>
    public async Task<ViewDetail?> FindViewAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
        if (events is not [{ Data: ViewCaptured captured }, ..] || events.Aggregate((View?)null, View.Evolve) is not { } view)
            return null;

        string? question = null;
        if (view.Source.Question is { } asked)
        {
            var instrument = await session.LoadAsync<InstrumentSheet>(asked.InstrumentId, cancellationToken);
            question = instrument?.At(asked.InstrumentVersion).Questions.FirstOrDefault(q => q.Key == asked.Key)?.Text ?? asked.Key;
        }

        // What a person has withdrawn is not read any more, although the history keeps it sealed.
        var text = view.IsWithdrawn ? null : await subjectKeys.OpenAsync(view.Words, cancellationToken);
        var today = await TodaysThemesAsync([.. view.ThemeIds], cancellationToken);
        Guid[] themes = [.. view.ThemeIds.Select(theme => today.GetValueOrDefault(theme, theme)).Distinct()];
        return new ViewDetail(
            view.Id,
            view.ConsultationId,
            view.Source.Kind,
            view.Source.Id,
            text,
            question,
            view.SaidAt,
            view.State,
            themes,
            captured.Audience,
            captured.Proxy,
            captured.District,
            captured.Need,
            captured.Phase,
            view.Version);
    }

    /// <summary>What decisions about a view go by.</summary>
    public async Task<View?> FindViewStateAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<View>(id, cancellationToken: cancellationToken);
    }

    /// <summary>What decisions about coding to a theme go by.</summary>
    /// <exception cref="ThingNotFoundException">There is no such theme.</exception>
    public async Task<CodingTheme> CodingThemeAsync(Guid id, CancellationToken cancellationToken)
    {
        var card = await FindThemeAsync(id, cancellationToken) ?? throw new ThingNotFoundException("theme", id);
        var ids = await store.ListAsync(
            "select theme_id from engagement.theme_today where today_id = $1", row => row.GetGuid(0), cancellationToken, id);
        var today = card.MergedInto is null ? [] : await TodaysThemesAsync([id], cancellationToken);
        return new CodingTheme(
            card,
            ids.Append(id).ToHashSet(),
            today.TryGetValue(id, out var into) ? await FindThemeAsync(into, cancellationToken) : null);
    }

    /// <summary>What each of these themes is today, after merges.</summary>
    public async Task<Dictionary<Guid, Guid>> TodaysThemesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            "select theme_id, today_id from engagement.theme_today where theme_id = any($1)",
            row => (Theme: row.GetGuid(0), Today: row.GetGuid(1)),
            cancellationToken,
            ids.ToArray());
        return rows.ToDictionary(row => row.Theme, row => row.Today);
    }

    /// <summary>For those of these themes that were merged: the title of what they are today.</summary>
    public async Task<Dictionary<Guid, string>> TodaysTitlesAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var today = await TodaysThemesAsync(ids, cancellationToken);
        var merged = today.Where(pair => pair.Key != pair.Value).ToArray();
        var cards = (await ThemesByIdsAsync([.. merged.Select(pair => pair.Value).Distinct()], cancellationToken)).ToDictionary(card => card.Id);
        return merged.ToDictionary(pair => pair.Key, pair => cards[pair.Value].Title);
    }

    public Task<ThemeCard?> FindThemeAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<ThemeCard>(id, cancellationToken);

    /// <summary>A theme as it stood at a moment, from its events; null where it had not been opened.</summary>
    public Task<ThemeCard?> FindThemeAsync(Guid id, DateTimeOffset asAt, CancellationToken cancellationToken) =>
        AsItStoodAsync(new ThemeCardProjection(), id, asAt, cancellationToken);

    public Task<IReadOnlyList<ThemeCard>> ThemesByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ThemeCard>(ids, cancellationToken);

    /// <summary>How many views each theme has, as officers see it; themes without views are left out.</summary>
    public async Task<Dictionary<Guid, int>> ViewCountsByThemeAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select theme_id, count(*) from (select distinct theme_id, view_id from engagement.view_themes where theme_id = any($1)) views
            group by theme_id
            """,
            row => (Theme: row.GetGuid(0), Count: (int)row.GetInt64(1)),
            cancellationToken,
            themeIds.ToArray());
        return rows.ToDictionary(row => row.Theme, row => row.Count);
    }

    /// <summary>The themes that carry what was said in one response or contribution today.</summary>
    public Task<IReadOnlyList<Guid>> ThemesOfSourceAsync(Guid sourceId, CancellationToken cancellationToken) => store.ListAsync(
        "select distinct theme_id from engagement.view_themes where source_id = $1", row => row.GetGuid(0), cancellationToken, sourceId);

    public Task<LoopCard?> FindLoopAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<LoopCard>(id, cancellationToken);

    /// <summary>A loop as it stood at a moment, from its events; null where it had not been opened.</summary>
    public Task<LoopCard?> FindLoopAsync(Guid id, DateTimeOffset asAt, CancellationToken cancellationToken) =>
        AsItStoodAsync(new LoopCardProjection(), id, asAt, cancellationToken);

    public Task<IReadOnlyList<LoopCard>> LoopsByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<LoopCard>(ids, cancellationToken);

    /// <summary>The loop of each theme that has one.</summary>
    public async Task<Dictionary<Guid, LoopCard>> LoopsByThemeAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var loops = await LoopsByIdsAsync([.. themeIds.Select(Loop.IdFor)], cancellationToken);
        return loops.ToDictionary(loop => loop.ThemeId);
    }

    /// <summary>The theme, the one it was merged into, and so on to what it is today.</summary>
    public async Task<IReadOnlyList<Guid>> MergedThroughAsync(Guid themeId, CancellationToken cancellationToken)
    {
        var chain = new List<Guid> { themeId };
        // A merged theme is never merged into, so this cannot go round in a circle.
        while (await FindThemeAsync(chain[^1], cancellationToken) is { MergedInto: { } into })
            chain.Add(into);

        return chain;
    }

    /// <summary>Whether one of the themes that a theme has gone into published an answer, or changed it, after the merge.</summary>
    /// <param name="chain">As <see cref="MergedThroughAsync"/> gives it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<bool> IsPublishedSinceMergeAsync(IReadOnlyList<Guid> chain, CancellationToken cancellationToken) => await store.CountAsync(
        """
        select count(*) from engagement.entries e
        where e.loop_id = any($1)
          and e.position > (select max(position) from engagement.theme_changes where from_id = $2 and kind = 'Merged')
        """,
        cancellationToken,
        chain.Skip(1).Select(Loop.IdFor).ToArray(),
        chain[0]) > 0;

    /// <summary>How many views each of these themes brought along into another, or would take back.</summary>
    public async Task<Dictionary<Guid, int>> ViewsBroughtByThemeAsync(IReadOnlyCollection<Guid> themeIds, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {ViewThemesProjection.WithThemesOf}
            select o.root, count(distinct v.view_id) from of_theme o
            join engagement.theme_today t on t.theme_id = o.root
            join engagement.view_themes v on v.theme_id = t.today_id and v.coded_theme_id = o.id
            group by o.root
            """,
            row => (Theme: row.GetGuid(0), Views: (int)row.GetInt64(1)),
            cancellationToken,
            themeIds.ToArray());
        return rows.ToDictionary(row => row.Theme, row => row.Views);
    }

    /// <summary>What the loop's theme is today, where it was merged away; null otherwise, and where there is no such loop.</summary>
    public async Task<ThemeCard?> GoneIntoAsync(Guid loopId, CancellationToken cancellationToken)
    {
        if (await FindLoopAsync(loopId, cancellationToken) is not { } loop)
            return null;

        var today = (await TodaysThemesAsync([loop.ThemeId], cancellationToken)).GetValueOrDefault(loop.ThemeId, loop.ThemeId);
        return today == loop.ThemeId ? null : await FindThemeAsync(today, cancellationToken);
    }

    /// <summary>The version of a loop that says the same as one that was seen: later by the escalations since, if nothing else has happened.</summary>
    public async Task<int> PastEscalationsAsync(Guid loopId, int seen, CancellationToken cancellationToken)
    {
        if (seen < 1)
            return seen;

        await using var session = store.QuerySession();
        var since = await session.Events.FetchStreamAsync(loopId, fromVersion: seen + 1L, cancellationToken: cancellationToken);
        return since.All(e => e.Data is LoopEscalated) ? seen + since.Count : seen;
    }

    /// <summary>What the report of a consultation waits for. Exact at once: nothing that was said a moment ago is passed over.</summary>
    public async Task<ReportReadiness> ReportReadinessAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select ({CodingBoardReads.CountUnfinishedViews}),
                   (select count(*) from public.mt_doc_themecard t where t.data ->> 'ConsultationId' = $1::text and {ThemesWithoutResponse.Condition})
            """,
            row => new ReportReadiness((int)row.GetInt64(0), (int)row.GetInt64(1)),
            cancellationToken,
            consultationId);
        return rows[0];
    }

    /// <summary>
    /// Does something while what the report waits for cannot change: no view, theme or loop is written anywhere, which is why it must be short.
    /// What is being written at this moment is waited for, and is seen.
    /// </summary>
    public async Task WithReportReadinessAsync(Guid consultationId, Func<ReportReadiness, Task> act, CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // In the order in which the projections write them, so that nobody who writes several waits for this while this waits for them.
        await using var hold = new NpgsqlCommand(
            """
            set local lock_timeout = '5s';
            lock table public.mt_doc_themecard, public.mt_doc_loopcard, engagement.view_progress in share mode
            """,
            connection,
            transaction);
        try
        {
            await hold.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw new RuleRefusedException(new Refusal("BUSY", "Too much is being written at this moment. Try again in a minute"));
        }

        await act(await ReportReadinessAsync(consultationId, cancellationToken));
    }

    /// <summary>Whether anything has been decided on what this consultation asks.</summary>
    public async Task<bool> HasDecisionAsync(Guid consultationId, CancellationToken cancellationToken) =>
        await store.CountAsync(
            "select count(*) from public.mt_doc_loopcard where data ->> 'ConsultationId' = $1 and data ->> 'Decision' is not null",
            cancellationToken,
            consultationId.ToString()) > 0;

    /// <summary>How many responses have a view in the loop's theme.</summary>
    public async Task<int> CountResponsesBehindAsync(Guid loopId, CancellationToken cancellationToken)
    {
        if (await FindLoopAsync(loopId, cancellationToken) is not { } loop)
            return 0;

        return (int)await store.CountAsync(
            "select count(distinct source_id) from engagement.view_themes where theme_id = $1", cancellationToken, loop.ThemeId);
    }

    /// <summary>Whether a view of the response is in the loop's theme.</summary>
    public async Task<bool> IsBehindAsync(Guid responseId, Guid loopId, CancellationToken cancellationToken)
    {
        if (await FindLoopAsync(loopId, cancellationToken) is not { } loop)
            return false;

        return await store.CountAsync(
            "select count(*) from engagement.view_themes where theme_id = $1 and source_id = $2", cancellationToken, loop.ThemeId, responseId) > 0;
    }

    private async Task<T?> AsItStoodAsync<T>(SingleStreamProjection<T> projection, Guid id, DateTimeOffset asAt, CancellationToken cancellationToken)
        where T : class
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(id, cancellationToken: cancellationToken);
        return events
            .Where(e => e.OccurredAt() <= asAt && projection.EventTypes!.Contains(e.Data.GetType()))
            .Aggregate((T?)null, (shown, e) => projection.Evolve(shown, id, e));
    }
}
