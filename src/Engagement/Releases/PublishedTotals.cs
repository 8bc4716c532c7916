using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Releases;

/// <summary>A response is part of published totals when a release of its wave or its consultation counts it.</summary>
internal sealed class PublishedTotals(DocumentStore store) : IFrozenFigures
{
    public async Task<bool> IncludeAsync(Receipt response, CancellationToken cancellationToken)
    {
        string[] subjects =
        [
            ReleaseSubject.OfWave(response.WaveId).Key,
            .. response.ConsultationId is { } consultation ? new[] { ReleaseSubject.OfConsultation(consultation).Key } : [],
        ];
        return await store.CountAsync(
            """
            select count(*)
            from public.mt_doc_releasepage r, public.mt_events e
            where r.data ->> 'Hash' is not null and r.data ->> 'SubjectKey' = any($1)
              and e.stream_id = $2 and e.version = 1
              and e.seq_id <= (r.data ->> 'Position')::bigint and e.timestamp <= (r.data ->> 'AsAt')::timestamptz
            """,
            cancellationToken,
            subjects,
            response.Id) > 0;
    }
}
