using Engagement.Common;
using EventStore;

namespace Engagement.Surveys;

/// <summary>
/// Surveys of which a form or language has all its words, and nobody but its authors has read it: until somebody else finds that it asks the same, nobody
/// is asked in it. Of the version in the making, or of the newest where none is.
/// </summary>
internal sealed class RenditionWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("RENDITION_TO_APPROVE", "surveys.edit")];

    // Of a draft nobody knows when it became whole: it waits since the survey was begun. The forms of one survey are approved on one page.
    protected override string Items =>
        $"""
        select 'RENDITION_TO_APPROVE', s.id, s.data -> 'Instrument' ->> 'Title', (s.data ->> 'DraftedAt')::timestamptz, null::text,
               null::uuid, null::uuid, null::timestamptz
        from public.mt_doc_instrumentsheet s
        where exists (
            select from jsonb_array_elements(s.data -> 'Instrument' -> 'Renditions') r
            cross join lateral (select case
                when jsonb_typeof(s.data -> 'Instrument' -> 'Draft') = 'object' then s.data -> 'Instrument' -> 'Draft'
                else s.data -> 'Instrument' -> 'Versions' -> -1 end as asked) q
            where r ->> 'ApprovedByRole' is null
              and (r ->> 'InstrumentVersion')::int = coalesce((s.data -> 'Instrument' -> 'Versions' -> -1 ->> 'Number')::int, 0)
                  + case when jsonb_typeof(s.data -> 'Instrument' -> 'Draft') = 'object' then 1 else 0 end
              and jsonb_array_length(r -> 'OutOfDate') = 0
              and jsonb_array_length(r -> 'Items') > 0
              and jsonb_array_length(r -> 'Items') >= jsonb_array_length(q.asked -> 'Questions') + coalesce(jsonb_array_length(q.asked -> 'Sections'), 0)
              and not exists (select from jsonb_array_elements(r -> 'Authors') a where a ->> 'PersonId' = {First}::text))
        """;

    protected override IReadOnlyList<object?> OwnParameters(WorkAsker asker) => [asker.Id?.ToString()];
}
