using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Themes that nobody has responded to yet.</summary>
internal sealed class ThemeWork(DocumentStore store) : WorkSource(store)
{
    public override IReadOnlyList<WorkKind> Kinds { get; } = [new("THEME_NEEDS_RESPONSE", "loops.decide")];

    protected override string Items =>
        $"""
        select 'THEME_NEEDS_RESPONSE', t.id, t.data ->> 'Title', (t.data ->> 'OpenedAt')::timestamptz, null::text,
               (t.data ->> 'ConsultationId')::uuid, null::uuid, null::timestamptz
        from public.mt_doc_themecard t where {ThemesWithoutResponse.Condition}
        """;
}
