using System.Security.Claims;
using Engagement.Api.Common;
using Engagement.Common;
using Engagement.Forums;
using GraphQL;
using GraphQL.Data;

namespace Engagement.Api.Forums;

/// <summary>A post or a comment as all see it.</summary>
[ObjectType<ThreadContribution>, GraphQLName("Contribution"), Node, AllowAnonymous]
[GraphQLIgnore(nameof(ThreadContribution.TopicId), nameof(ThreadContribution.ReplyTo))]
public static partial class ContributionNode
{
    [NodeResolver]
    public static Task<ThreadContribution?> LoadAsync(Guid id, IShownContributionByIdDataLoader shown, CancellationToken cancellation) =>
        shown.LoadAsync(id, cancellation);

    /// <summary>The topic it was said in.</summary>
    public static Task<TopicPage?> GetTopicAsync([Parent] ThreadContribution contribution, ITopicByIdDataLoader topics, CancellationToken cancellation) =>
        topics.LoadAsync(contribution.TopicId, cancellation);

    /// <summary>The post it comments on; null for a post.</summary>
    [GraphQLName("replyTo")]
    public static async Task<ThreadContribution?> GetReplyToAsync(
        [Parent] ThreadContribution contribution, IShownContributionByIdDataLoader shown, CancellationToken cancellation) =>
        contribution.ReplyTo is { } post ? await shown.LoadAsync(post, cancellation) : null;

    /// <summary>Whether you support it. False for nobody in particular.</summary>
    /// <param name="receipt">The receipt of something you wrote, when you have no account.</param>
    public static async Task<bool> GetIsSupportedAsync(
        [Parent] ThreadContribution contribution,
        HeldReceipt? receipt,
        Authors authors,
        ISupportBySupporterDataLoader supports,
        ClaimsPrincipal user,
        CancellationToken cancellation) =>
        await Reading.OfAsync(() => authors.FindAsync(receipt, user, cancellation)) is { } person
            && await supports.LoadAsync(new Supporter(person, contribution.Id), cancellation);

    /// <summary>The comments to it, first sent first. There is one level: a comment has none.</summary>
    [UsePaging(DefaultPageSize = 10)]
    public static Task<Connection<ThreadContribution>> GetCommentsAsync(
        [Parent] ThreadContribution contribution,
        PagingArguments paging,
        ICommentsByPostDataLoader first,
        ThreadReads reads,
        TimeProvider clock,
        CancellationToken cancellation) => Keyset.PageByAsync<ThreadContribution, TimePosition>(
            paging,
            TimePosition.TryParse,
            ThreadReads.PositionOf,
            async (after, limit) => after is null
                ? await first.LoadAsync(new PageOf(contribution.Id, limit), cancellation) ?? PageOf.Empty<ThreadContribution>()
                : await reads.CommentsAsync(contribution.Id, clock.LondonToday(), after, limit, cancellation));
}
