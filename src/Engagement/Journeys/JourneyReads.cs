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
    public async Task<Journey?> FindAsync(string reference, string secret, CancellationToken cancellationToken)
    {
        if (await receipts.FindAsync(reference, secret, cancellationToken) is not { } receipt)
            return null;

        var traced = await TraceAsync(viewId: null, receipt.Id, cancellationToken);
        return new Journey(
            receipt.Id,
            receipt.Reference,
            receipt.ConsultationId,
            receipt.SubmittedAt,
            [new JourneyStep(JourneyStepKind.Received, receipt.SubmittedAt, null), .. traced.Steps],
            traced.EntryIds);
    }

    /// <summary>The way of one view, for officers; null where there is no such view, or it was captured a moment ago.</summary>
    public async Task<ViewJourney?> OfViewAsync(Guid viewId, CancellationToken cancellationToken)
    {
        var said = await store.ListAsync(
            "select said_at from engagement.views where id = $1", row => row.GetFieldValue<DateTimeOffset>(0), cancellationToken, viewId);
        if (said.Count == 0)
            return null;

        var traced = await TraceAsync(viewId, sourceId: null, cancellationToken);
        return new ViewJourney(viewId, [new JourneyStep(JourneyStepKind.Received, said[0], null), .. traced.Steps], traced.ThemeIds, traced.EntryIds);
    }

    /// <summary>The same way back: what an entry answers, and how many views and responses that is. Exact, so for officers only.</summary>
    public async Task<EntryOrigin?> OfEntryAsync(Guid entryId, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select (l.data ->> 'ThemeId')::uuid, count(distinct t.view_id), count(distinct t.source_id), min(v.said_at)
            from public.mt_doc_loopcard l
            left join engagement.view_themes t on t.theme_id = (l.data ->> 'ThemeId')::uuid
            left join engagement.views v on v.id = t.view_id
            where l.id = $1 and l.data ->> 'Entry' is not null
            group by 1
            """,
            row => new EntryOrigin(
                entryId,
                row.GetGuid(0),
                (int)row.GetInt64(1),
                (int)row.GetInt64(2),
                row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken,
            entryId);
        return found.Count == 0 ? null : found[0];
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
    private async Task<Traced> TraceAsync(Guid? viewId, Guid? sourceId, CancellationToken cancellationToken)
    {
        var id = viewId ?? sourceId;
        var groupings = await store.ListAsync(
            $"""
            select theme_id, coded_at from engagement.view_themes where {(viewId is null ? "source_id" : "view_id")} = $1
            order by coded_at, theme_id
            """,
            row => new Grouping(row.GetGuid(0), row.GetFieldValue<DateTimeOffset>(1)),
            cancellationToken,
            id);
        var readings = await store.ListAsync(
            $"select read_at from engagement.views where {(viewId is null ? "source_id" : "id")} = $1 and read_at is not null",
            row => row.GetFieldValue<DateTimeOffset>(0),
            cancellationToken,
            id);

        Guid[] themeIds = [.. groupings.Select(g => g.ThemeId).Distinct()];
        var themes = (await feedback.ThemesByIdsAsync(themeIds, cancellationToken)).ToDictionary(theme => theme.Id);
        var loopsByTheme = await feedback.LoopsByThemeAsync(themeIds, cancellationToken);
        LoopCard[] loops = [.. themeIds.Where(loopsByTheme.ContainsKey).Select(theme => loopsByTheme[theme])];

        JourneyStep[] steps =
        [
            Read(groupings, readings),
            First(
                JourneyStepKind.Grouped,
                groupings.Select(g => Reached(g.CodedAt, themes.TryGetValue(g.ThemeId, out var theme) ? theme.Title : null))),
            First(JourneyStepKind.Decided, loops.Select(FirstDecision)),
            First(JourneyStepKind.Done, loops.Select(l => Reached(l.Action?.RecordedAt, l.Action?.WhatChanged))),
            First(JourneyStepKind.Published, loops.Select(l => Reached(l.Entry?.PublishedAt, null))),
            First(JourneyStepKind.Told, loops.Select(l => Reached(l.Told?.At, l.Told?.Route))),
        ];
        // Nobody is owed a confirmation, so it is a step only once it is there.
        var confirmed = First(JourneyStepKind.Confirmed, loops.Select(l => Reached(l.ConfirmedAt, null)));
        return new Traced(
            confirmed.At is null ? steps : [.. steps, confirmed], themeIds, [.. loops.Where(l => l.Entry is not null).Select(l => l.Id)]);
    }

    // A reopened decision was made all the same.
    private static (DateTimeOffset? At, string? Detail) FirstDecision(LoopCard loop) =>
        loop.Reopened is [var reopened, ..]
            ? Reached(reopened.Decision.RecordedAt, Words(reopened.Decision.Outcome))
            : Reached(loop.Decision?.RecordedAt, Words(loop.Decision?.Outcome));

    // A view that was grouped has been read, also while the officers' list is still catching up.
    private static JourneyStep Read(IReadOnlyList<Grouping> groupings, IReadOnlyList<DateTimeOffset> readings) =>
        First(JourneyStepKind.Read, [.. groupings.Select(g => Reached(g.CodedAt, null)), .. readings.Select(at => Reached(at, null))]);

    /// <summary>Where several themes carry one response, a step is reached when the first of them reaches it.</summary>
    private static JourneyStep First(JourneyStepKind kind, IEnumerable<(DateTimeOffset? At, string? Detail)> reached)
    {
        var first = reached.Where(r => r.At is not null).OrderBy(r => r.At).FirstOrDefault();
        return new JourneyStep(kind, first.At, first.Detail);
    }

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
