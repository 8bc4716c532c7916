using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>
/// Contributions that wait for a moderator, in the forums of who asks. The title is the topic's question. What is with the safeguarding lead and not shown
/// waits for the lead, and moderators can do nothing until then.
/// </summary>
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
          and (c.state = '{nameof(ContributionState.Released)}' or not exists (
              select from engagement.safeguarding_items s where s.source_id = c.id and s.state <> '{nameof(SafeguardingState.Closed)}'))
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Forums?.ToArray() ?? []];
}
