using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Loops that wait: decisions to be published, commitments overdue, people who say that the answer is none.</summary>
internal sealed class LoopWork(DocumentStore store) : IWorkSource
{
    // A theme that was merged away takes its loop with it, unless that was published.
    private const string Stands = "(t.data ->> 'MergedInto' is null or l.data ->> 'Entry' is not null)";

    public Task<IReadOnlyList<WorkItem>> OldestAsync(DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken) =>
        store.OldestAsync(
            $"""
            select 'DECISION_TO_PUBLISH', l.id, t.data ->> 'Title', (l.data ->> 'ToPublishSince')::timestamptz, l.data ->> 'DueOn'
            from public.mt_doc_loopcard l join public.mt_doc_themecard t on t.id = (l.data ->> 'ThemeId')::uuid and {Stands}
            where l.data ->> 'ToPublishSince' is not null
            union all
            select 'COMMITMENT_OVERDUE', l.id, t.data ->> 'Title', ((l.data ->> 'DueOn')::date + 1)::timestamp at time zone 'Europe/London', l.data ->> 'DueOn'
            from public.mt_doc_loopcard l join public.mt_doc_themecard t on t.id = (l.data ->> 'ThemeId')::uuid and {Stands}
            where l.data ->> 'DueOn' < $1 and jsonb_path_exists(l.data, '$.Commitments[*] ? (@.DeliveredOn == null)')
            union all
            select 'CONFIRMATION_SAYS_NO', l.id, t.data ->> 'Title', (l.data ->> 'NeedsAttentionSince')::timestamptz, null
            from public.mt_doc_loopcard l join public.mt_doc_themecard t on t.id = (l.data ->> 'ThemeId')::uuid and {Stands}
            where l.data ->> 'NeedsAttentionSince' is not null
            union all
            select 'DECISION_REOPENED', l.id, t.data ->> 'Title', (l.data -> 'Reopened' -> -1 ->> 'ReopenedAt')::timestamptz, l.data ->> 'DueOn'
            from public.mt_doc_loopcard l join public.mt_doc_themecard t on t.id = (l.data ->> 'ThemeId')::uuid and {Stands}
            where l.data ->> 'State' = 'Opened' and jsonb_array_length(l.data -> 'Reopened') > 0
            """,
            today,
            after,
            limit,
            cancellationToken);
}
