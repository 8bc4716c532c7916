using Engagement.Common;
using EventStore;

namespace Engagement.KeyActions;

/// <summary>Key actions of which a milestone is due soon, or overdue.</summary>
internal sealed class MilestoneWork(DocumentStore store) : WorkSource(store)
{
    /// <summary>How long before its day a milestone is work.</summary>
    private const int DueWithinDays = 14;

    private const string Due = "data ->> 'NextDueOn', null::uuid, null::uuid, null::timestamptz";

    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("MILESTONE_OVERDUE", "actions.run"), new("MILESTONE_DUE", "actions.run")];

    protected override string Items =>
        $"""
        select 'MILESTONE_OVERDUE', id, data ->> 'Title', ((data ->> 'NextDueOn')::date + 1)::timestamp at time zone 'Europe/London', {Due}
        from public.mt_doc_keyactionpage
        where data ->> 'NextDueOn' < $1
        union all
        select 'MILESTONE_DUE', id, data ->> 'Title', ((data ->> 'NextDueOn')::date - {DueWithinDays})::timestamp at time zone 'Europe/London', {Due}
        from public.mt_doc_keyactionpage
        where data ->> 'NextDueOn' >= $1 and data ->> 'NextDueOn' <= to_char($1::date + {DueWithinDays}, 'YYYY-MM-DD')
        """;
}
