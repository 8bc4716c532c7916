using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>Contributions that wait for a moderator, in the forums of who asks. The title is the topic's question.</summary>
internal sealed class ModerationWork(DocumentStore store) : WorkSource(store)
{
    private const string Permission = "contributions.moderate";

    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("CONTRIBUTION_WAITS", Permission), new("APPEAL_WAITS", Permission)];

    protected override string Items =>
        $"""
        select case when c.appeal = 'Open' then 'APPEAL_WAITS' else 'CONTRIBUTION_WAITS' end, c.id, t.data ->> 'Question', c.queued_since, null::text,
               (t.data ->> 'ConsultationId')::uuid, c.claimed_by, c.claimed_until
        from engagement.contributions c join public.mt_doc_topicpage t on t.id = c.topic_id
        where c.queued_since is not null and c.forum_id = any({First}::uuid[])
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Forums?.ToArray() ?? []];
}
