using Engagement.Common;
using EventStore;

namespace Engagement.Privacy;

/// <summary>Requests for erasure and how long the law leaves for them. Nothing here says who asked.</summary>
internal sealed class ErasureWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("ERASURE_TO_DECIDE", "erasure.decide"), new("KEY_TO_DESTROY", "erasure.destroy-keys")];

    // What is on hold waits for the safeguarding lead, and its clock runs on.
    protected override string Items =>
        """
        select case when e.data ->> 'Outcome' is null then 'ERASURE_TO_DECIDE' else 'KEY_TO_DESTROY' end, (e.data ->> 'SubjectId')::uuid,
               case when e.data ->> 'HoldReviewOn' is null then 'Request for erasure' else 'Request for erasure, on hold' end,
               (e.data ->> 'ReceivedOn')::timestamp at time zone 'Europe/London', e.data ->> 'AnswerBy', null::uuid, null::uuid, null::timestamptz
        from public.mt_doc_erasurecase e
        where e.data ->> 'IsDone' = 'false'
        """;
}
