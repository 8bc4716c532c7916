using Engagement.Common;
using Engagement.Feedback;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Journeys;

/// <summary>
/// The tracking page of someone who holds a receipt. Put together when it is read, from what the views, themes and loops show:
/// nothing about it can lag behind or be out of step with them.
/// </summary>
public sealed class JourneyReads(DocumentStore store, FeedbackReads feedback, ReceiptReads receipts)
{
    /// <summary>The journey of a receipt; null when there is none with this reference and this secret, and never which of the two is wrong.</summary>
    public Task<Journey?> FindAsync(string reference, string secret, CancellationToken cancellationToken) =>
        FindAsync(reference, secret, asAt: null, cancellationToken);

    /// <inheritdoc cref="FindAsync(string, string, CancellationToken)"/>
    /// <param name="reference">The reference on the receipt.</param>
    /// <param name="secret">The secret on the receipt.</param>
    /// <param name="asAt">As the journey stood at this moment; null: as it stands now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<Journey?> FindAsync(string reference, string secret, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        return await receipts.FindAsync(reference, secret, cancellationToken) is { } receipt ? (await OfAsync([receipt], asAt, cancellationToken))[0] : null;
    }

    /// <summary>The journeys of what a person sent while they were signed in, the last sent first.</summary>
    public async Task<Slice<Journey>> OfPersonAsync(Guid person, DateTimeOffset? asAt, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var slice = await receipts.OfPersonAsync(person, after, limit, cancellationToken);
        return new Slice<Journey>(await OfAsync(slice.Items, asAt, cancellationToken), slice.HasMore);
    }

    public static TimePosition PositionOf(Journey journey) => new(journey.SubmittedAt, journey.ResponseId);

    private async Task<IReadOnlyList<Journey>> OfAsync(IReadOnlyList<Receipt> sent, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        var traced = await TraceAsync("source_id", "source_id", [.. sent.Select(receipt => receipt.Id)], asAt, cancellationToken);
        return
        [
            .. sent.Select(receipt => new Journey(
                receipt.Id,
                receipt.Reference,
                receipt.ConsultationId,
                receipt.SubmittedAt,
                [First(JourneyStepKind.Received, [Reached(receipt.SubmittedAt, null)], asAt), .. traced[receipt.Id].Steps],
                traced[receipt.Id].EntryIds)),
        ];
    }

    /// <summary>The way of one view, for officers; null where there is no such view, or it was captured a moment ago.</summary>
    public Task<ViewJourney?> OfViewAsync(Guid viewId, CancellationToken cancellationToken) => OfViewAsync(viewId, asAt: null, cancellationToken);

    /// <summary>The same as it stood at a moment.</summary>
    public async Task<ViewJourney?> OfViewAsync(Guid viewId, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        var said = await store.ListAsync(
            "select said_at from engagement.views where id = $1", row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken, viewId);
        if (said.Count == 0)
            return null;

        var traced = (await TraceAsync("view_id", "id", [viewId], asAt, cancellationToken))[viewId];
        return new ViewJourney(viewId, [First(JourneyStepKind.Received, [Reached(said[0], null)], asAt), .. traced.Steps], traced.ThemeIds, traced.EntryIds);
    }

    /// <summary>The same way back: what an entry answers, and how many views and responses that is. Exact, so for officers only.</summary>
    public async Task<EntryOrigin?> OfEntryAsync(Guid entryId, CancellationToken cancellationToken) =>
        (await OfEntriesAsync([entryId], cancellationToken)).GetValueOrDefault(entryId);

    /// <summary>The same for several; what is not an entry is left out.</summary>
    public async Task<Dictionary<Guid, EntryOrigin>> OfEntriesAsync(IReadOnlyCollection<Guid> entryIds, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select l.id, (l.data ->> 'ThemeId')::uuid, count(distinct t.view_id), count(distinct t.source_id), min(v.said_at)
            from public.mt_doc_loopcard l
            left join engagement.view_themes t on t.theme_id = (l.data ->> 'ThemeId')::uuid
            left join engagement.views v on v.id = t.view_id
            where l.id = any($1) and l.data ->> 'Entry' is not null
            group by 1, 2
            """,
            row => new EntryOrigin(
                row.GetGuid(0),
                row.GetGuid(1),
                (int)row.GetInt64(2),
                (int)row.GetInt64(3),
                row.IsDBNull(4) ? null : row.GetFieldValue<DateTimeOffset>(4)),
            cancellationToken,
            entryIds.ToArray());

        return found.ToDictionary(origin => origin.EntryId);
    }

    /// <summary>
    /// What the people of responses said of the answers they were given, where they have said it and the decision stands. It may be a moment behind.
    /// </summary>
    public async Task<Dictionary<(Guid Response, Guid Entry), ConfirmationAnswer>> AnswersAsync(
        IReadOnlyCollection<Guid> responseIds, IReadOnlyCollection<Guid> entryIds, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select by, loop_id, answer from engagement.loop_confirmations
            where loop_id = any($1) and by = any($2) and not is_group and ended_at = 'infinity'
            """,
            row => (Response: Guid.ParseExact(row.GetString(0), "N"), Entry: row.GetGuid(1), Answer: Enum.Parse<ConfirmationAnswer>(row.GetString(2))),
            cancellationToken,
            entryIds.ToArray(),
            responseIds.Select(id => id.ToString("N")).ToArray());
        return rows.ToDictionary(row => (row.Response, row.Entry), row => row.Answer);
    }

    /// <summary>The views behind an entry, oldest first.</summary>
    public async Task<Slice<Guid>> ViewsOfEntryAsync(Guid entryId, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            """
            select v.id
            from public.mt_doc_loopcard l
            join engagement.views v on exists (
                select from engagement.view_themes t where t.view_id = v.id and t.theme_id = (l.data ->> 'ThemeId')::uuid)
            where l.id = $1 and l.data ->> 'Entry' is not null and ($2::timestamptz is null or (v.said_at, v.id) > ($2, $3))
            order by v.said_at, v.id
            limit $4
            """,
            row => row.GetGuid(0),
            cancellationToken,
            entryId,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    // Four reads by key, however many views, themes and loops there are.
    private async Task<Dictionary<Guid, Traced>> TraceAsync(
        string groupingsBy, string viewsBy, Guid[] ids, DateTimeOffset? asAt, CancellationToken cancellationToken)
    {
        var groupings = (await store.ListAsync(
            $"select {groupingsBy}, theme_id, coded_at from engagement.view_themes where {groupingsBy} = any($1) order by coded_at, theme_id",
            row => (Of: row.GetGuid(0), Grouping: new Grouping(row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2))),
            cancellationToken,
            ids)).ToLookup(one => one.Of, one => one.Grouping);
        var readings = (await store.ListAsync(
            $"select {viewsBy}, read_at from engagement.views where {viewsBy} = any($1) and read_at is not null",
            row => (Of: row.GetGuid(0), At: row.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken,
            ids)).ToLookup(one => one.Of, one => one.At);

        Guid[] themeIds = [.. groupings.SelectMany(of => of).Select(g => g.ThemeId).Distinct()];
        var themes = (await feedback.ThemesByIdsAsync(themeIds, cancellationToken)).ToDictionary(theme => theme.Id);
        var loops = await feedback.LoopsByThemeAsync(themeIds, cancellationToken);
        return ids.ToDictionary(id => id, id => Trace([.. groupings[id]], [.. readings[id]], themes, loops, asAt));
    }

    private static Traced Trace(
        IReadOnlyList<Grouping> groupings,
        IReadOnlyList<DateTimeOffset> readings,
        Dictionary<Guid, ThemeCard> themes,
        Dictionary<Guid, LoopCard> loopsByTheme,
        DateTimeOffset? asAt)
    {
        Guid[] themeIds = [.. groupings.Select(g => g.ThemeId).Distinct()];
        LoopCard[] loops = [.. themeIds.Where(loopsByTheme.ContainsKey).Select(theme => loopsByTheme[theme])];

        JourneyStep[] steps =
        [
            Read(groupings, readings, asAt),
            First(
                JourneyStepKind.Grouped,
                groupings.Select(g => Reached(g.CodedAt, themes.TryGetValue(g.ThemeId, out var theme) ? theme.Title : null)),
                asAt),
            First(JourneyStepKind.Decided, loops.Select(FirstDecision), asAt),
            First(JourneyStepKind.Done, loops.Select(l => Reached(l.Action?.RecordedAt, l.Action?.WhatChanged)), asAt),
            First(JourneyStepKind.Published, loops.Select(l => Reached(l.Entry?.PublishedAt, null)), asAt),
            First(JourneyStepKind.Told, loops.Select(l => Reached(l.Told?.At, l.Told?.Route)), asAt),
        ];
        // Nobody is owed a confirmation, so it is a step only once it is there.
        var confirmed = First(JourneyStepKind.Confirmed, loops.Select(l => Reached(l.ConfirmedAt, null)), asAt);
        return new Traced(
            confirmed.At is null ? steps : [.. steps, confirmed], themeIds, [.. loops.Where(l => l.Entry is { } entry && IsReached(entry.PublishedAt, asAt)).Select(l => l.Id)]);
    }

    // A reopened decision was made all the same.
    private static (DateTimeOffset? At, string? Detail) FirstDecision(LoopCard loop) =>
        loop.Reopened is [var reopened, ..]
            ? Reached(reopened.Decision.RecordedAt, Words(reopened.Decision.Outcome))
            : Reached(loop.Decision?.RecordedAt, Words(loop.Decision?.Outcome));

    // A view that was grouped has been read, also while the officers' list is still catching up.
    private static JourneyStep Read(IReadOnlyList<Grouping> groupings, IReadOnlyList<DateTimeOffset> readings, DateTimeOffset? asAt) =>
        First(JourneyStepKind.Read, [.. groupings.Select(g => Reached(g.CodedAt, null)), .. readings.Select(at => Reached(at, null))], asAt);

    /// <summary>Where several themes carry one response, a step is reached when the first of them reaches it.</summary>
    private static JourneyStep First(JourneyStepKind kind, IEnumerable<(DateTimeOffset? At, string? Detail)> reached, DateTimeOffset? asAt)
    {
        var first = reached.Where(r => IsReached(r.At, asAt)).OrderBy(r => r.At).FirstOrDefault();
        return new JourneyStep(kind, first.At, first.Detail);
    }

    private static bool IsReached(DateTimeOffset? at, DateTimeOffset? asAt) => at is { } moment && (asAt is null || moment <= asAt);

    private static (DateTimeOffset? At, string? Detail) Reached(DateTimeOffset? at, string? detail) => (at, detail);

    private static string? Words(DecisionOutcome? outcome) => outcome switch
    {
        DecisionOutcome.WeWill => "We will",
        DecisionOutcome.WeCannot => "We cannot",
        _ => null,
    };

    private sealed record Traced(IReadOnlyList<JourneyStep> Steps, IReadOnlyList<Guid> ThemeIds, IReadOnlyList<Guid> EntryIds);

    private sealed record Grouping(Guid ThemeId, DateTimeOffset CodedAt);
}
