using Engagement.Common;
using Engagement.Participants;
using EventStore;
using Npgsql;

namespace Engagement.Forums;

/// <summary>The public page of a topic: what has been released, posts with their comments below, one level and no more.</summary>
public sealed class ThreadReads(DocumentStore store, SubjectKeys subjectKeys)
{
    private const string Columns =
        """
        select c.id, c.topic_id, c.reply_to, c.handle, c.words, c.author_id, c.received_at, c.edited, f.data ->> 'AgeBand',
               (select count(*) from engagement.contribution_supports s
                where s.contribution_id = c.id and s.supported_on < $1 and (s.withdrawn_on is null or s.withdrawn_on >= $1))
        """;

    private const string Forum = "join public.mt_doc_forumpage f on f.id = c.forum_id";

    /// <summary>The posts of a topic, first sent first. <paramref name="today"/> is the day in London.</summary>
    public async Task<Slice<ThreadContribution>> PostsAsync(
        Guid topicId, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns} from engagement.contributions c {Forum}
            where c.topic_id = $2 and c.state = 'Released' and c.reply_to is null
              and ($3::timestamptz is null or (c.received_at, c.id) > ($3, $4))
            order by c.received_at, c.id
            limit $5
            """,
            Read,
            cancellationToken,
            today,
            topicId,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return (await OpenAsync(rows, cancellationToken)).SliceOf(limit);
    }

    /// <summary>The first posts of each of several topics; topics without posts are left out.</summary>
    public async Task<Dictionary<Guid, Slice<ThreadContribution>>> PostsByTopicAsync(
        IReadOnlyCollection<Guid> topicIds, DateOnly today, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select l.* from unnest($2::uuid[]) as t(id)
            cross join lateral (
                {Columns} from engagement.contributions c {Forum}
                where c.topic_id = t.id and c.state = 'Released' and c.reply_to is null
                order by c.received_at, c.id
                limit $3) l
            """,
            Read,
            cancellationToken,
            today,
            topicIds.ToArray(),
            limit + 1);
        return (await OpenAsync(rows, cancellationToken))
            .GroupBy(post => post.TopicId)
            .ToDictionary(topic => topic.Key, topic => topic.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToArray().SliceOf(limit));
    }

    /// <summary>The comments to a post that is shown, first sent first.</summary>
    public async Task<Slice<ThreadContribution>> CommentsAsync(
        Guid postId, DateOnly today, TimePosition? after, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns} from engagement.contributions c {Forum}
            where c.reply_to = $2 and c.state = 'Released'
              and exists (select from engagement.contributions p where p.id = $2 and p.state = 'Released')
              and ($3::timestamptz is null or (c.received_at, c.id) > ($3, $4))
            order by c.received_at, c.id
            limit $5
            """,
            Read,
            cancellationToken,
            today,
            postId,
            after?.At.UtcDateTime,
            after?.Id,
            limit + 1);
        return (await OpenAsync(rows, cancellationToken)).SliceOf(limit);
    }

    /// <summary>The first comments to each of several posts that are shown; posts without comments are left out.</summary>
    public async Task<Dictionary<Guid, Slice<ThreadContribution>>> CommentsByPostAsync(
        IReadOnlyCollection<Guid> postIds, DateOnly today, int limit, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            select l.* from engagement.contributions p
            cross join lateral (
                {Columns} from engagement.contributions c {Forum}
                where c.reply_to = p.id and c.state = 'Released'
                order by c.received_at, c.id
                limit $3) l
            where p.id = any($2) and p.state = 'Released'
            """,
            Read,
            cancellationToken,
            today,
            postIds.ToArray(),
            limit + 1);
        var comments = await OpenAsync(rows, cancellationToken);
        return comments
            .GroupBy(comment => comment.ReplyTo!.Value)
            .ToDictionary(post => post.Key, post => post.OrderBy(c => c.ReceivedAt).ThenBy(c => c.Id).ToArray().SliceOf(limit));
    }

    /// <summary>Those of the contributions that are shown: a comment is not while its post is not.</summary>
    public async Task<IReadOnlyList<ThreadContribution>> ByIdsAsync(IReadOnlyCollection<Guid> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await store.ListAsync(
            $"""
            {Columns} from engagement.contributions c {Forum}
            where c.id = any($2) and c.state = 'Released'
              and (c.reply_to is null or exists (select from engagement.contributions p where p.id = c.reply_to and p.state = 'Released'))
            """,
            Read,
            cancellationToken,
            today,
            ids.ToArray());
        return await OpenAsync(rows, cancellationToken);
    }

    /// <summary>A contribution, if it is shown.</summary>
    public async Task<ThreadContribution?> FindAsync(Guid id, DateOnly today, CancellationToken cancellationToken) =>
        await ByIdsAsync([id], today, cancellationToken) is [var shown] ? shown : null;

    /// <summary>Those of the contributions that somebody supports.</summary>
    public Task<IReadOnlyList<Guid>> SupportedByAsync(Guid person, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken) => store.ListAsync(
        "select contribution_id from engagement.contribution_supports where participant_id = $1 and contribution_id = any($2) and withdrawn_on is null",
        row => row.GetGuid(0),
        cancellationToken,
        person,
        ids.ToArray());

    /// <summary>What somebody wrote and all can see, with its topic, in the order of its ids.</summary>
    public Task<IReadOnlyList<ShownContribution>> ShownByAsync(Guid authorId, CancellationToken cancellationToken) => store.ListAsync(
        "select id, topic_id from engagement.contributions where author_id = $1 and state = 'Released' order by id",
        row => new ShownContribution(row.GetGuid(0), row.GetGuid(1)),
        cancellationToken,
        authorId);

    public static TimePosition PositionOf(ThreadContribution contribution) => new(contribution.ReceivedAt, contribution.Id);

    private static Row Read(NpgsqlDataReader row) => new(
        new ThreadContribution(
            row.GetGuid(0),
            row.GetGuid(1),
            row.IsDBNull(2) ? null : row.GetGuid(2),
            row.GetString(3),
            Text: null,
            row.GetFieldValue<DateTimeOffset>(6),
            row.GetBoolean(7),
            SupportCounts.Shown((int)row.GetInt64(9), Enum.Parse<ForumAgeBand>(row.GetString(8)))),
        new PersonalText(row.GetGuid(5), row.GetString(4)));

    private async Task<IReadOnlyList<ThreadContribution>> OpenAsync(IReadOnlyList<Row> rows, CancellationToken cancellationToken)
    {
        var words = await subjectKeys.OpenAsync([.. rows.Select(row => row.Words)], cancellationToken);
        return [.. rows.Select((row, i) => row.Shown with { Text = words[i] })];
    }

    private sealed record Row(ThreadContribution Shown, PersonalText Words);
}
