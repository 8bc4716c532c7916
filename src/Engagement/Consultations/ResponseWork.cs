using Engagement.Common;
using EventStore;

namespace Engagement.Consultations;

/// <summary>Consultations that have closed and whose report is owed.</summary>
internal sealed class ResponseWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("RESPONSE_DUE", "consultations.publish-report")];

    protected override string Items =>
        $"""
        select 'RESPONSE_DUE', c.id, c.data ->> 'Title',
               (coalesce(c.data ->> 'ClosedOn', c.data ->> 'ClosesOn')::date + 1)::timestamp at time zone 'Europe/London',
               to_char(coalesce(c.data ->> 'ClosedOn', c.data ->> 'ClosesOn')::date + {ConsultationPage.ResponseDueAfterDays}, 'YYYY-MM-DD'),
               c.id, null::uuid, null::timestamptz
        from public.mt_doc_consultationpage c
        where c.data ->> 'Report' is null
          and c.data ->> 'WithdrawnOn' is null
          and c.data ->> 'PausedOn' is null
          and coalesce(c.data ->> 'ClosedOn', c.data ->> 'ClosesOn') < $1
        """;
}
