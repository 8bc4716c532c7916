using Engagement.Common;
using EventStore;

namespace Engagement.Releases;

/// <summary>Figures that wait for a second person, and figures that a second person has approved.</summary>
internal sealed class ReleaseWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("RELEASE_TO_APPROVE", "releases.approve"), new("RELEASE_TO_PUBLISH", "releases.approve")];

    protected override string Items =>
        $"""
        select case r.data ->> 'State' when 'Checked' then 'RELEASE_TO_APPROVE' else 'RELEASE_TO_PUBLISH' end, r.id, r.data ->> 'Title',
               (r.data ->> 'DraftedAt')::timestamptz, null::text,
               case r.data -> 'Subject' ->> 'Kind' when '{nameof(ReleaseKind.ConsultationFigures)}' then (r.data -> 'Subject' ->> 'Id')::uuid end,
               null::uuid, null::timestamptz
        from public.mt_doc_releasepage r
        where r.data ->> 'State' in ('Checked', 'Approved') and r.data ->> 'DraftedBy' is distinct from {First}::text
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Id?.ToString()];
}
