using Engagement.Common;
using Engagement.Participants;
using EventStore;

namespace Engagement.Forums;

/// <summary>What decisions of this module are judged by: the state of other things than the one that is decided on.</summary>
public sealed class ForumFacts(DocumentStore store, SubjectKeys subjectKeys, Handles handles)
{
    internal Task<Forum> ForumAsync(Guid id, CancellationToken cancellationToken) => FindAsync<Forum>(id, "forum", cancellationToken);

    internal Task<Topic> TopicAsync(Guid id, CancellationToken cancellationToken) => FindAsync<Topic>(id, "topic", cancellationToken);

    internal async Task<Contribution?> ContributionAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<Contribution>(id, cancellationToken: cancellationToken);
    }

    internal async Task<ContributionRecord> RecordAsync(Guid contributionId, CancellationToken cancellationToken)
    {
        var found = await store.ListAsync(
            """
            select c.forum_id, c.topic_id, c.author_id,
                   exists (select from engagement.safeguarding_items s where s.source_id = c.id and s.state <> 'Closed')
            from engagement.contributions c where c.id = $1
            """,
            row => new ContributionRecord(row.GetGuid(0), row.GetGuid(1), row.GetGuid(2), row.GetBoolean(3)),
            cancellationToken,
            contributionId);
        return found.Count == 0 ? throw new ThingNotFoundException("contribution", contributionId) : found[0];
    }

    /// <summary>
    /// The handle that the author already has in this forum, or the one they get. Two people whose first words arrive in the same instant could get the
    /// same one, at odds of one in seven thousand: what they say is still theirs alone.
    /// </summary>
    internal async Task<string> HandleAsync(Guid author, Guid forum, CancellationToken cancellationToken)
    {
        var own = await store.ListAsync(
            "select handle from engagement.contributions where author_id = $1 and forum_id = $2 limit 1",
            row => row.GetString(0),
            cancellationToken,
            author,
            forum);
        if (own.Count > 0)
            return own[0];

        var taken = await store.ListAsync(
            "select distinct handle from engagement.contributions where forum_id = $1", row => row.GetString(0), cancellationToken, forum);
        return handles.For(author, forum, taken.ToHashSet());
    }

    /// <summary>Seals with the key of somebody who has written before.</summary>
    /// <exception cref="RuleRefusedException">Their key was destroyed, and nothing is written to them any more.</exception>
    internal async Task<Func<string, PersonalText>> SealAsync(Guid author, CancellationToken cancellationToken) =>
        await subjectKeys.FindAsync(author, cancellationToken) is { } key
            ? key.Seal
            : throw new RuleRefusedException(new Refusal("AUTHOR_ERASED", "The author's words have been erased at their request"));

    private async Task<T> FindAsync<T>(Guid id, string thing, CancellationToken cancellationToken) where T : class, IEvolve<T>
    {
        await using var session = store.QuerySession();
        return await session.Events.AggregateStreamAsync<T>(id, cancellationToken: cancellationToken) ?? throw new ThingNotFoundException(thing, id);
    }
}
