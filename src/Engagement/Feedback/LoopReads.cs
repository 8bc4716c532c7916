using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Feedback;

/// <summary>How loops stand, for officers. Exact figures, so never for the public.</summary>
public sealed class LoopReads(DocumentStore store, SubjectKeys subjectKeys)
{
    // Days are stored as ISO text, which sorts as the days do. An overdue loop was due before today.
    private const string Overdue = "data ->> 'ClosedAt' is null and data ->> 'DueOn' < $1";

    private const string NeedsAttention = "data ->> 'NeedsAttentionSince' is not null";

    // As LoopRules.NotMerged: the loop of a theme that was merged away is nobody's work any more.
    internal const string Stands =
        """
        (data ->> 'Entry' is not null or not exists (
            select from public.mt_doc_themecard t
            where t.id = (mt_doc_loopcard.data ->> 'ThemeId')::uuid and t.data ->> 'MergedInto' is not null))
        """;

    private const string Matches =
        $"""
        {Stands}
          and ($2::text is null or data ->> 'ConsultationId' = $2)
          and ($3::text is null or data ->> 'State' = $3)
          and ($4::boolean is null or (data ->> 'ClosedAt' is not null) = $4)
          and (not $5 or ({Overdue}))
          and (not $6 or {NeedsAttention})
          and (not $7 or (data ->> 'Draft' is not null and data ->> 'DraftApprovedBy' is null))
          and ($8::text is null or exists (
            select from public.mt_doc_themecard t
            where t.id = (mt_doc_loopcard.data ->> 'ThemeId')::uuid
              and to_tsvector('english', (t.data ->> 'Title') || ' ' || (t.data ->> 'Summary')) @@ websearch_to_tsquery('english', $8)))
          and ($9::text is null or exists (
            select from jsonb_array_elements(mt_doc_loopcard.data -> 'Commitments') one where one ->> 'OwnerRole' = $9))
          and $1::text is not null
        """;

    /// <summary>Those due first come first.</summary>
    public Task<Slice<LoopCard>> BoardAsync(LoopBoardQuery query, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken) =>
        BoardAsync(query, LoopOrder.DueFirst, today, after, limit, cancellationToken);

    /// <summary>Those due first come first, or the other way round. The loops of themes that were merged away are left out, here and in all figures.</summary>
    public async Task<Slice<LoopCard>> BoardAsync(
        LoopBoardQuery query, LoopOrder order, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == LoopOrder.DueFirst ? (">", "") : ("<", " desc");
        var rows = await store.ListDocumentsAsync<LoopCard>(
            $"""
            select data from public.mt_doc_loopcard
            where {Matches}
              and ($10::text is null or (data ->> 'DueOn', id) {follows} ($10, $11))
            order by data ->> 'DueOn'{direction}, id{direction}
            limit $12
            """,
            cancellationToken,
            [
                .. Parameters(query, today),
                after is { } position ? IsoDay.Of(DateOnly.FromDateTime(position.At.UtcDateTime)) : null,
                after?.Id,
                limit + 1,
            ]);
        return rows.SliceOf(limit);
    }

    public async Task<int> CountAsync(LoopBoardQuery query, DateOnly today, CancellationToken cancellationToken) =>
        (int)await store.CountAsync($"select count(*) from public.mt_doc_loopcard where {Matches}", cancellationToken, Parameters(query, today));

    public static TimePosition PositionOf(LoopCard loop) => new(new DateTimeOffset(loop.DueOn, TimeOnly.MinValue, TimeSpan.Zero), loop.Id);

    public async Task<LoopBoardCounts> CountsAsync(Guid? consultationId, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select data ->> 'State',
                   count(*),
                   count(*) filter (where data ->> 'ClosedAt' is not null),
                   count(*) filter (where data ->> 'ConfirmedAt' is not null),
                   count(*) filter (where {Overdue}),
                   count(*) filter (where {NeedsAttention})
            from public.mt_doc_loopcard where {Stands} and ($2::text is null or data ->> 'ConsultationId' = $2) group by 1
            """,
            row => (
                State: Enum.Parse<LoopState>(row.GetString(0)),
                All: (int)row.GetInt64(1),
                Closed: (int)row.GetInt64(2),
                Confirmed: (int)row.GetInt64(3),
                Overdue: (int)row.GetInt64(4),
                NeedAttention: (int)row.GetInt64(5)),
            cancellationToken,
            IsoDay.Of(today),
            consultationId?.ToString());
        return new LoopBoardCounts(
            rows.ToDictionary(row => row.State, row => row.All),
            rows.Sum(row => row.Closed),
            rows.Sum(row => row.Confirmed),
            rows.Sum(row => row.Overdue),
            rows.Sum(row => row.NeedAttention));
    }

    /// <summary>What is still missing before the loop is closed; null where there is no such loop.</summary>
    public async Task<LoopConditions?> ConditionsAsync(Guid loopId, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Loop>(loopId, cancellationToken: cancellationToken) is { } loop ? LoopConditions.Of(loop) : null;
    }

    /// <summary>
    /// What people wrote with their answers to the decision that stands, newest first; of one person only the last. Erased words are left
    /// out. A loop has few enough events to be read whole; only the words of the page are opened.
    /// </summary>
    public async Task<Slice<ConfirmationComment>> CommentsAsync(Guid loopId, long? before, int limit, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        var events = await session.Events.FetchStreamAsync(loopId, cancellationToken: cancellationToken);
        var consultation = events.Select(e => e.Data).OfType<LoopOpened>().FirstOrDefault()?.ConsultationId;
        var given = events
            .Reverse()
            .TakeWhile(e => e.Data is not DecisionReopened)
            .Where(e => e.Data is ConfirmationGiven)
            .DistinctBy(e => ((ConfirmationGiven)e.Data).ResponseId)
            .Select(e => (Given: (ConfirmationGiven)e.Data, At: e.OccurredAt(), e.Version))
            .Where(c => c.Given.Comment is not null && (before is null || c.Version < before))
            .Take(limit + 1)
            .ToArray();
        var texts = await subjectKeys.OpenAsync([.. given.Select(c => c.Given.Comment!)], cancellationToken);
        var comments = given.Zip(texts, (c, text) => new ConfirmationComment(c.Given.Answer, text ?? "", c.At, consultation) { Version = (int)c.Version });
        return new Slice<ConfirmationComment>([.. comments.Take(limit).Where(c => c.Text.Length > 0)], given.Length > limit);
    }

    private static object?[] Parameters(LoopBoardQuery query, DateOnly today) =>
    [
        IsoDay.Of(today),
        query.ConsultationId?.ToString(),
        query.State?.ToString(),
        query.IsClosed,
        query.OverdueOnly,
        query.NeedsAttentionOnly,
        query.DraftsToReadOnly,
        CleanText.OrNull(query.Words),
        query.OwnerRole is { } role ? CleanText.OneLine(role) : null,
    ];
}
