using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// Views that nobody has read yet. Their words are not shown here: the title is the consultation's. Those outside any consultation, from forums and
/// activities, hold nothing up, so they are a kind of their own.
/// </summary>
internal sealed class UnreadViewWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("UNREAD_VIEW", "views.code"), new("UNREAD_VIEW_ELSEWHERE", "views.code")];

    protected override string Items =>
        """
        select case when v.consultation_id is null then 'UNREAD_VIEW_ELSEWHERE' else 'UNREAD_VIEW' end, v.id, coalesce(c.data ->> 'Title', 'Outside a consultation'), v.said_at, null::text, v.consultation_id, null::uuid, null::timestamptz
        from engagement.views v left join public.mt_doc_consultationpage c on c.id = v.consultation_id
        where v.state = 'Unread'
        """;
}
