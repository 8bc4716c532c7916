using Engagement.Common;
using EventStore;

namespace Engagement.Feedback;

/// <summary>Themes that nobody has responded to yet.</summary>
internal sealed class ThemeWork(DocumentStore store) : IWorkSource
{
    public Task<IReadOnlyList<WorkItem>> OldestAsync(DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken) =>
        store.OldestAsync(
            $"""
            select 'THEME_NEEDS_RESPONSE', t.id, t.data ->> 'Title', (t.data ->> 'OpenedAt')::timestamptz, null::text
            from public.mt_doc_themecard t where {ThemesWithoutResponse.Condition}
            """,
            today,
            after,
            limit,
            cancellationToken);
}
