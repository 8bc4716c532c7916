using Engagement.Api.People;
using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>A post or a comment as the moderators of its forum see it. While it is with the safeguarding lead, they see that and nothing of its words.</summary>
[ObjectType<QueuedContribution>, GraphQLName("ModeratedContribution")]
[GraphQLIgnore(nameof(QueuedContribution.TopicId), nameof(QueuedContribution.ReplyTo))]
public static partial class ModeratedContributionNode
{
    /// <summary>For moderators of its forum alone.</summary>
    [ID]
    public static Guid GetId([Parent] QueuedContribution contribution) => contribution.Id;

    /// <summary>The topic it was said in.</summary>
    public static Task<TopicPage?> GetTopicAsync([Parent] QueuedContribution contribution, ITopicByIdDataLoader topics, CancellationToken cancellation) =>
        topics.LoadAsync(contribution.TopicId, cancellation);

    /// <summary>The post it comments on, while that is shown; null for a post.</summary>
    [GraphQLName("replyTo")]
    public static async Task<ThreadContribution?> GetReplyToAsync(
        [Parent] QueuedContribution contribution, IShownContributionByIdDataLoader shown, CancellationToken cancellation) =>
        contribution.ReplyTo is { } post ? await shown.LoadAsync(post, cancellation) : null;

    /// <summary>Who is looking at it now, so that nobody else need.</summary>
    [BindMember(nameof(QueuedContribution.ClaimedBy))]
    public static Person? GetClaimedBy([Parent] QueuedContribution contribution) => Person.Of(contribution.ClaimedBy);

    /// <summary>Every step of its moderation, in the order they were taken.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> GetHistoryAsync(
        [Parent] QueuedContribution contribution, IHistoryByContributionDataLoader histories, CancellationToken cancellation) =>
        contribution.IsWithSafeguardingLead ? [] : await histories.LoadAsync(contribution.Id, cancellation);
}
