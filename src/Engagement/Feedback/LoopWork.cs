using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// Loops that wait: decisions to be made, promises to be made and kept, what is to be published, people who say that the answer is none. Each is told by
/// what it needs next, and no more often than that.
/// </summary>
internal sealed class LoopWork(DocumentStore store) : WorkSource(store)
{
    /// <summary>How long before its day a loop is work: a promise is not kept on its last day.</summary>
    private const int DueWithinDays = 14;

    // A theme that was merged away takes its loop with it, unless that was published.
    internal const string StandingLoops =
        """
        public.mt_doc_loopcard l join public.mt_doc_themecard t on t.id = (l.data ->> 'ThemeId')::uuid
          and (t.data ->> 'MergedInto' is null or l.data ->> 'Entry' is not null)
        """;

    internal const string Place = "(l.data ->> 'ConsultationId')::uuid, null::uuid, null::timestamptz";

    public override IReadOnlyList<WorkKind> Kinds { get; } =
    [
        new("LOOP_DUE", "loops.decide"),
        new("COMMITMENT_OVERDUE", "loops.decide"),
        new("PROMISE_TO_MAKE", "loops.decide"),
        new("DECISION_REOPENED", "loops.decide"),
        new("CONFIRMATION_SAYS_NO", "loops.decide"),
        new("DECISION_TO_PUBLISH", "entries.publish"),
    ];

    // What is due because of something that has a kind of its own is told once.
    protected override string Items =>
        $"""
        select 'DECISION_TO_PUBLISH', l.id, t.data ->> 'Title', (l.data ->> 'ToPublishSince')::timestamptz, l.data ->> 'DueOn', {Place}
        from {StandingLoops}
        where l.data ->> 'ToPublishSince' is not null and l.data ->> 'Draft' is null and not {NeedsPromise}
        union all
        select 'PROMISE_TO_MAKE', l.id, t.data ->> 'Title', (l.data ->> 'ToPublishSince')::timestamptz, l.data ->> 'DueOn', {Place}
        from {StandingLoops}
        where l.data ->> 'ToPublishSince' is not null and {NeedsPromise}
        union all
        select 'COMMITMENT_OVERDUE', l.id, t.data ->> 'Title', ((l.data ->> 'DueOn')::date + 1)::timestamp at time zone 'Europe/London', l.data ->> 'DueOn', {Place}
        from {StandingLoops}
        where l.data ->> 'DueOn' < $1 and {HasPromises}
        union all
        select 'LOOP_DUE', l.id, t.data ->> 'Title', (l.data ->> 'OpenedAt')::timestamptz, l.data ->> 'DueOn', {Place}
        from {StandingLoops}
        where l.data ->> 'ClosedAt' is null and l.data ->> 'DueOn' <= to_char($1::date + {DueWithinDays}, 'YYYY-MM-DD')
          and not (l.data ->> 'DueOn' < $1 and {HasPromises})
          and (l.data ->> 'ToPublishSince' is null or ({IsWithReader} and not {NeedsPromise})) and not {IsReopened}
        union all
        select 'CONFIRMATION_SAYS_NO', l.id, t.data ->> 'Title', (l.data ->> 'NeedsAttentionSince')::timestamptz, null, {Place}
        from {StandingLoops}
        where l.data ->> 'NeedsAttentionSince' is not null
        union all
        select 'DECISION_REOPENED', l.id, t.data ->> 'Title', (l.data -> 'Reopened' -> -1 ->> 'ReopenedAt')::timestamptz, l.data ->> 'DueOn', {Place}
        from {StandingLoops}
        where {IsReopened}
        """;

    private const string IsReopened = "(l.data ->> 'State' = 'Opened' and jsonb_array_length(l.data -> 'Reopened') > 0)";

    // Its words wait for a family reader, and nobody else can do anything until then.
    private const string IsWithReader = "(l.data ->> 'Draft' is not null and l.data ->> 'DraftApprovedBy' is null)";

    /// <summary>"We will" of which nobody has said what, who and by when cannot be published, whatever its words.</summary>
    internal const string NeedsPromise =
        $"(l.data -> 'Decision' ->> 'Outcome' = '{nameof(DecisionOutcome.WeWill)}' and l.data ->> 'IsActedUpon' is distinct from 'true' and not {HasPromises})";

    private const string HasPromises = "jsonb_path_exists(l.data, '$.Commitments[*] ? (@.DeliveredOn == null)')";
}
