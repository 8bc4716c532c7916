using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Words that were drafted for an entry: they wait for a family reader, and then to be published. They are public soon, and not shown here before.</summary>
internal sealed class EntryWork(DocumentStore store) : WorkSource(store)
{
    // Since the words are there; before that was kept, since there was something to say.
    private const string Since = "coalesce(l.data ->> 'DraftedAt', l.data ->> 'ToPublishSince', l.data ->> 'OpenedAt')::timestamptz";

    public override IReadOnlyList<WorkKind> Kinds { get; } =
    [
        new("ENTRY_TO_READ", "entries.sign-plain-language"),
        new("ENTRY_TO_PUBLISH", "entries.publish"),
    ];

    protected override string Items =>
        $"""
        select 'ENTRY_TO_READ', l.id, t.data ->> 'Title', {Since}, null::text, {LoopWork.Place}
        from {LoopWork.StandingLoops}
        where l.data ->> 'Draft' is not null and l.data ->> 'DraftApprovedBy' is null
        union all
        select 'ENTRY_TO_PUBLISH', l.id, t.data ->> 'Title', {Since}, l.data ->> 'DueOn', {LoopWork.Place}
        from {LoopWork.StandingLoops}
        where l.data ->> 'Draft' is not null and l.data ->> 'DraftApprovedBy' is not null and not {LoopWork.NeedsPromise}
        """;
}
