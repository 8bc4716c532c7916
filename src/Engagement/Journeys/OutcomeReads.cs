using Engagement.Common;
using EventStore;

namespace Engagement.Journeys;

/// <summary>
/// What came of a topic or an activity, and the same way back: published entries that answer a theme under which something stands that was said there.
/// For everybody, so it counts nothing: it says that there is an entry, and never which words led to it.
/// </summary>
public sealed class OutcomeReads(DocumentStore store)
{
    private const string ThemesOf = "join public.mt_doc_loopcard l on l.data ->> 'ThemeId' = t.theme_id::text join engagement.entries e on e.loop_id = l.id";

    /// <summary>The entries of each topic, the last changed first. Only what is still shown in a topic leads on from it.</summary>
    public Task<ILookup<Guid, Guid>> OfTopicsAsync(IReadOnlyCollection<Guid> topics, CancellationToken cancellationToken) => ReadAsync(
        $"""
        select c.topic_id, e.loop_id, max(e.position) from engagement.contributions c
        join engagement.view_themes t on t.source_id = c.id {ThemesOf}
        where c.topic_id = any($1) and c.state = 'Released'
        group by 1, 2 order by 3 desc
        """,
        topics,
        cancellationToken);

    /// <summary>The entries of each activity, the last changed first.</summary>
    public Task<ILookup<Guid, Guid>> OfActivitiesAsync(IReadOnlyCollection<Guid> activities, CancellationToken cancellationToken) => ReadAsync(
        $"""
        select t.source_id, e.loop_id, max(e.position) from engagement.view_themes t {ThemesOf}
        where t.source_id = any($1)
        group by 1, 2 order by 3 desc
        """,
        activities,
        cancellationToken);

    /// <summary>The topics that each entry answers, the first of them first.</summary>
    public Task<ILookup<Guid, Guid>> TopicsOfEntriesAsync(IReadOnlyCollection<Guid> entries, CancellationToken cancellationToken) => ReadAsync(
        """
        select l.id, c.topic_id, min(c.received_at) from public.mt_doc_loopcard l
        join engagement.view_themes t on t.theme_id = (l.data ->> 'ThemeId')::uuid
        join engagement.contributions c on c.id = t.source_id and c.state = 'Released'
        where l.id = any($1)
        group by 1, 2 order by 3, 2
        """,
        entries,
        cancellationToken);

    private async Task<ILookup<Guid, Guid>> ReadAsync(string sql, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(sql, row => (From: row.GetGuid(0), To: row.GetGuid(1)), cancellationToken, ids.ToArray());
        return found.ToLookup(link => link.From, link => link.To);
    }
}
