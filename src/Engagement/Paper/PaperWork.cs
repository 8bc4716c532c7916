using Engagement.Common;
using EventStore;

namespace Engagement.Paper;

/// <summary>Forms on paper that somebody else has to type in again before they count: not those of who asks.</summary>
internal sealed class PaperWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("PAPER_TO_CHECK", "paper.check"), new("PAPER_DIFFERS", "paper.check")];

    protected override string Items =>
        $"""
        select case p.data ->> 'State' when 'Differs' then 'PAPER_DIFFERS' else 'PAPER_TO_CHECK' end, p.id,
               'Form ' || (p.data ->> 'FormNumber') || coalesce(' of ' || (w.data ->> 'Title'), ''), (p.data ->> 'KeyedAt')::timestamptz, null::text,
               (w.data ->> 'ConsultationId')::uuid, null::uuid, null::timestamptz
        from public.mt_doc_paperformcard p left join public.mt_doc_wavepage w on w.id = (p.data ->> 'WaveId')::uuid
        where p.data ->> 'State' <> 'Checked' and p.data ->> 'KeyedBy' is distinct from {First}::text
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Id?.ToString()];
}
