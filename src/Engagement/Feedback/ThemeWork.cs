using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>
/// Themes that nobody has responded to yet. One of a consultation waits since it was opened, and its report waits for it. A standing theme holds nothing
/// up and is open for years, so it is a kind of its own: what waits is the last view that makes its point, and it counts from then.
/// </summary>
internal sealed class ThemeWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("THEME_NEEDS_RESPONSE", "loops.decide"), new("STANDING_THEME", "loops.decide")];

    protected override string Items =>
        $"""
        select case when t.data ->> 'ConsultationId' is null then 'STANDING_THEME' else 'THEME_NEEDS_RESPONSE' end, t.id, t.data ->> 'Title',
               case when t.data ->> 'ConsultationId' is not null then (t.data ->> 'OpenedAt')::timestamptz else coalesce(
                   (select max(v.coded_at) from engagement.view_themes v where v.theme_id = t.id), (t.data ->> 'OpenedAt')::timestamptz) end,
               null::text, (t.data ->> 'ConsultationId')::uuid, null::uuid, null::timestamptz
        from public.mt_doc_themecard t where {ThemesWithoutResponse.Condition}
        """;
}
