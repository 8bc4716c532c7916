using Engagement.Common;
using EventStore;

namespace Engagement.Forums;

/// <summary>Forums and topics as they are shown.</summary>
public sealed class ForumReads(DocumentStore store)
{
    public Task<ForumPage?> FindAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<ForumPage>(id, cancellationToken);

    public Task<IReadOnlyList<ForumPage>> ByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<ForumPage>(ids, cancellationToken);

    public async Task<ForumPage?> BySlugAsync(string slug, CancellationToken cancellationToken) => Slug.IsPossible(slug)
        ? await store.FindDocumentAsync<ForumPage>("select data from public.mt_doc_forumpage where data ->> 'Slug' = $1", cancellationToken, slug)
        : null;

    /// <summary>In the order of their titles.</summary>
    public async Task<Slice<ForumPage>> ListAsync(TextPosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<ForumPage>(
            """
            select data from public.mt_doc_forumpage
            where $1::text is null or (data ->> 'Title', id) > ($1, $2)
            order by data ->> 'Title', id
            limit $3
            """,
            cancellationToken,
            after?.Text,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    public static TextPosition PositionOf(ForumPage forum) => new(forum.Title, forum.Id);

    public Task<TopicPage?> FindTopicAsync(Guid id, CancellationToken cancellationToken) => store.LoadAsync<TopicPage>(id, cancellationToken);

    public Task<IReadOnlyList<TopicPage>> TopicsByIdsAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) =>
        store.LoadManyAsync<TopicPage>(ids, cancellationToken);

    public async Task<TopicPage?> TopicBySlugAsync(string slug, CancellationToken cancellationToken) => Slug.IsPossible(slug)
        ? await store.FindDocumentAsync<TopicPage>("select data from public.mt_doc_topicpage where data ->> 'Slug' = $1", cancellationToken, slug)
        : null;

    /// <summary>Topics of all forums, by when they were published.</summary>
    /// <param name="filter">Which of them.</param>
    /// <param name="order">The newest or the oldest first.</param>
    /// <param name="today">The day in London, by which they are coming, open or closed.</param>
    /// <param name="after">The last one seen; null for the first page.</param>
    /// <param name="limit">The most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<Slice<TopicPage>> ListTopicsAsync(
        TopicFilter filter, TopicOrder order, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var (follows, direction) = order == TopicOrder.Oldest ? (">", "") : ("<", " desc");
        var rows = await store.ListDocumentsAsync<TopicPage>(
            $"""
            select data from public.mt_doc_topicpage t
            where ($1::text is null or data ->> 'ForumId' = $1)
              and ($2::text is null or data ->> 'ConsultationId' = $2)
              and ($3::text is null or $3 = case
                  when data ->> 'ClosedEarlyOn' is not null or data ->> 'ClosesOn' < $4 then 'Closed'
                  when data ->> 'OpensOn' > $4 then 'Coming'
                  else 'Open' end)
              and ($5::text is null or (data ->> 'Question') || ' ' || coalesce(data ->> 'Background', '') ilike '%' || $5 || '%' escape '\')
              and ($6::text is null
                  or exists (select from public.mt_doc_forumpage f where f.id = (t.data ->> 'ForumId')::uuid and f.data ->> 'AgeBand' = $6))
              and ($7::timestamptz is null or ((data ->> 'PublishedAt')::timestamptz, id) {follows} ($7, $8))
            order by (data ->> 'PublishedAt')::timestamptz{direction}, id{direction}
            limit $9
            """,
            cancellationToken,
            filter.ForumId?.ToString(),
            filter.ConsultationId?.ToString(),
            filter.State?.ToString(),
            IsoDay.Of(today),
            CleanText.OneLine(filter.Words) is { Length: > 0 } words ? Like.Literally(words) : null,
            filter.AgeBand?.ToString(),
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return rows.SliceOf(limit);
    }

    /// <summary>The first topics of each of several forums, last published first; forums without topics are left out.</summary>
    public async Task<Dictionary<Guid, Slice<TopicPage>>> TopicsByForumAsync(
        IReadOnlyCollection<Guid> forumIds, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListDocumentsAsync<TopicPage>(
            """
            select t.data from unnest($1::text[]) as f(id)
            cross join lateral (
                select data from public.mt_doc_topicpage
                where data ->> 'ForumId' = f.id
                order by (data ->> 'PublishedAt')::timestamptz desc, id desc
                limit $2) t
            """,
            cancellationToken,
            forumIds.Select(id => id.ToString()).ToArray(),
            limit + 1);
        return rows
            .GroupBy(topic => topic.ForumId)
            .ToDictionary(forum => forum.Key, forum => forum.OrderByDescending(topic => topic.PublishedAt).ThenByDescending(topic => topic.Id).ToArray().SliceOf(limit));
    }

    /// <summary>The topics that stand before the others of each forum, last published first.</summary>
    public async Task<ILookup<Guid, TopicPage>> PinnedByForumAsync(IReadOnlyCollection<Guid> forumIds, CancellationToken cancellationToken)
    {
        var pinned = await store.ListDocumentsAsync<TopicPage>(
            """
            select data from public.mt_doc_topicpage
            where data ->> 'ForumId' = any($1) and data ->> 'IsPinned' = 'true'
            order by (data ->> 'PublishedAt')::timestamptz desc, id desc
            """,
            cancellationToken,
            (object)forumIds.Select(id => id.ToString()).ToArray());
        return pinned.ToLookup(topic => topic.ForumId);
    }

    public static TimePosition PositionOf(TopicPage topic) => new(topic.PublishedAt, topic.Id);
}
