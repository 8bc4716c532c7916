using Engagement.Common;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

internal static partial class ForumLoaders
{
    [DataLoader]
    public static async Task<Dictionary<Guid, ForumPage>> GetForumByIdAsync(IReadOnlyList<Guid> ids, ForumReads reads, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, cancellation)).ToDictionary(forum => forum.Id);

    [DataLoader]
    public static async Task<Dictionary<Guid, TopicPage>> GetTopicByIdAsync(IReadOnlyList<Guid> ids, ForumReads reads, CancellationToken cancellation) =>
        (await reads.TopicsByIdsAsync(ids, cancellation)).ToDictionary(topic => topic.Id);

    [DataLoader]
    public static Task<Dictionary<PageOf, Slice<TopicPage>>> GetTopicsByForumAsync(
        IReadOnlyList<PageOf> pages, ForumReads reads, CancellationToken cancellation) =>
        PageOf.ReadAsync(pages, (forums, limit) => reads.TopicsByForumAsync(forums, limit, cancellation));

    [DataLoader]
    public static Task<ILookup<Guid, TopicPage>> GetPinnedTopicsByForumAsync(IReadOnlyList<Guid> forums, ForumReads reads, CancellationToken cancellation) =>
        reads.PinnedByForumAsync(forums, cancellation);

    [DataLoader]
    public static Task<Dictionary<PageOf, Slice<ThreadContribution>>> GetPostsByTopicAsync(
        IReadOnlyList<PageOf> pages, ThreadReads reads, TimeProvider clock, CancellationToken cancellation) =>
        PageOf.ReadAsync(pages, (topics, limit) => reads.PostsByTopicAsync(topics, clock.LondonToday(), limit, cancellation));

    [DataLoader]
    public static Task<Dictionary<PageOf, Slice<ThreadContribution>>> GetCommentsByPostAsync(
        IReadOnlyList<PageOf> pages, ThreadReads reads, TimeProvider clock, CancellationToken cancellation) =>
        PageOf.ReadAsync(pages, (posts, limit) => reads.CommentsByPostAsync(posts, clock.LondonToday(), limit, cancellation));

    [DataLoader]
    public static async Task<Dictionary<Guid, ThreadContribution>> GetShownContributionByIdAsync(
        IReadOnlyList<Guid> ids, ThreadReads reads, TimeProvider clock, CancellationToken cancellation) =>
        (await reads.ByIdsAsync(ids, clock.LondonToday(), cancellation)).ToDictionary(contribution => contribution.Id);

    [DataLoader]
    public static async Task<Dictionary<Supporter, bool>> GetSupportBySupporterAsync(
        IReadOnlyList<Supporter> supporters, ThreadReads reads, CancellationToken cancellation)
    {
        var found = new Dictionary<Supporter, bool>();
        foreach (var person in supporters.GroupBy(one => one.Person, one => one.ContributionId))
        {
            foreach (var contribution in await reads.SupportedByAsync(person.Key, [.. person], cancellation))
                found[new Supporter(person.Key, contribution)] = true;
        }

        return found;
    }

    [DataLoader]
    public static async Task<Dictionary<Guid, int?>> GetWaitingByForumAsync(IReadOnlyList<Guid> forums, ModerationReads reads, CancellationToken cancellation) =>
        (await reads.CountQueuesAsync(forums, cancellation)).ToDictionary(count => count.Key, count => (int?)count.Value);

    [DataLoader]
    public static async Task<ILookup<Guid, LedgerEntry>> GetHistoryByContributionAsync(
        IReadOnlyList<Guid> ids, ModerationReads reads, CancellationToken cancellation) =>
        (await reads.HistoriesAsync(ids, cancellation)).ToLookup(entry => entry.ContributionId);
}
