using Engagement.Forums;
using GraphQL;

namespace Engagement.Api.Forums;

/// <summary>A post or a comment as its author sees it: how it stands, and why.</summary>
[ObjectType<OwnContribution>, Node, AllowAnonymous]
[GraphQLIgnore(
    nameof(OwnContribution.ForumId), nameof(OwnContribution.TopicId), nameof(OwnContribution.ReplyTo), nameof(OwnContribution.AuthorId))]
public static partial class OwnContributionNode
{
    [NodeResolver]
    public static Task<OwnContribution?> LoadAsync(Guid id, AuthorReads reads, CancellationToken cancellation) => reads.FindAsync(id, cancellation);

    /// <summary>The topic it was said in.</summary>
    public static Task<TopicPage?> GetTopicAsync([Parent] OwnContribution contribution, ITopicByIdDataLoader topics, CancellationToken cancellation) =>
        topics.LoadAsync(contribution.TopicId, cancellation);

    /// <summary>The post it comments on, while that is shown; null for a post.</summary>
    [GraphQLName("replyTo")]
    public static async Task<ThreadContribution?> GetReplyToAsync(
        [Parent] OwnContribution contribution, IShownContributionByIdDataLoader shown, CancellationToken cancellation) =>
        contribution.ReplyTo is { } post ? await shown.LoadAsync(post, cancellation) : null;

    /// <summary>The same as all see it; null while it is not shown.</summary>
    public static async Task<ThreadContribution?> GetShownAsync(
        [Parent] OwnContribution contribution, IShownContributionByIdDataLoader shown, CancellationToken cancellation) =>
        contribution.IsShown ? await shown.LoadAsync(contribution.Id, cancellation) : null;
}
