using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Forums;

/// <summary>Forums, their topics and what is said in them, for everybody to read. Nothing here is about who reads, so the pages carry no form.</summary>
internal static class ForumEndpoints
{
    /// <summary>How many comments stand below a post of a topic; the rest are on the post's own page.</summary>
    public const int CommentsBelowAPost = 5;

    private const int CommentsOnAPage = 20;

    private static readonly string ListDocument = GraphQLDocument.Read("Forums/Forums.graphql");
    private static readonly string ForumDocument = GraphQLDocument.Read("Forums/Forum.graphql");
    private static readonly string TopicsDocument = GraphQLDocument.Read("Forums/Topics.graphql");
    private static readonly string TopicDocument = GraphQLDocument.Read("Forums/Topic.graphql");
    private static readonly string PostDocument = GraphQLDocument.Read("Forums/Post.graphql");
    private static readonly string PositionDocument = GraphQLDocument.Read("YouSaidWeDid/LivePosition.graphql");

    public static void MapForums(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Forums, ListAsync);
        pages.MapGet("/pact/forums/{forum}", ShowForumAsync);
        pages.MapGet("/pact/forums/{forum}/{slug}", ShowTopicAsync);
        pages.MapGet("/pact/forums/{forum}/{slug}/posts/{id}", ShowPostAsync);
        pages.MapGet("/pact/forums/{forum}/{slug}/posts/{id}/fragment", ShowFragmentAsync);
    }

    /// <summary>A topic by its address, for pages about it that do not show what was said; null when it is not on these pages.</summary>
    public static async Task<TopicDetails?> FindTopicAsync(
        IEngagementGraphQL graphQL, string forum, string slug, string? after, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(TopicDocument, new { slug, after }, context, ct);
        return reply.Get<TopicDetails>("topicBySlug") is { Forum: { IsForAdults: true } of } topic && of.Slug == forum ? topic : null;
    }

    /// <summary>A post or a comment that is shown in a topic; null when it is not, or not any more.</summary>
    public static async Task<ThreadPost?> FindPostAsync(
        IEngagementGraphQL graphQL, string forum, string slug, string id, int comments, string? after, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(PostDocument, new { id, comments, after }, context, ct);
        return reply.Get<ThreadPost>("node") is { Topic: { Forum.IsForAdults: true } topic } post && topic.Slug == slug && topic.Forum.Slug == forum
            ? post
            : null;
    }

    /// <summary>The forums, or the topics of all of them that somebody looks for.</summary>
    private static async Task<IResult> ListAsync(
        string? words, string? state, string? order, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = TopicsAsked.Of(words, state, order);
        if (asked.IsAnything || after is not null)
        {
            var found = await TopicsAsync(null, asked, after, graphQL, context, ct);
            return Page.Of<ForumsPage>(new { Found = found, Asked = asked, IsFirst = after is null });
        }

        var reply = await graphQL.ExecuteAsync(ListDocument, null, context, ct);
        var forums = reply.Get<Connection<ForumSummary>>("forums")?.Nodes.Where(forum => forum.IsForAdults).ToList() ?? [];
        return Page.Of<ForumsPage>(new { Forums = forums, Asked = asked });
    }

    private static async Task<IResult> ShowForumAsync(
        string forum, string? words, string? state, string? order, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ForumDocument, new { slug = forum }, context, ct);
        if (reply.Get<ForumSummary>("forumBySlug") is not { IsForAdults: true } found)
            return TroubleEndpoints.NotFound();
        var asked = TopicsAsked.Of(words, state, order);
        var topics = await TopicsAsync(found.Id, asked, after, graphQL, context, ct);
        return Page.Of<ForumPage>(new { Forum = found, Topics = topics, Asked = asked, IsFirst = after is null });
    }

    /// <summary>Topics that are on these pages: of one forum, or of all where none is said.</summary>
    private static async Task<Connection<TopicSummary>> TopicsAsync(
        string? forumId, TopicsAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var sought = new { forumId, ageBand = "EIGHTEEN_AND_OVER", state = asked.StateName, words = asked.Words, order = asked.OrderName, after };
        var reply = await graphQL.ExecuteAsync(TopicsDocument, sought, context, ct);
        return reply.Get<Connection<TopicSummary>>("topics") ?? new Connection<TopicSummary>([]);
    }

    private static async Task<IResult> ShowTopicAsync(
        string forum, string slug, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // The position first: what is said between the two is on the page and told of again, and not on neither.
        var position = (await graphQL.ExecuteAsync(PositionDocument, null, context, ct)).Get<long>("livePosition");
        return await FindTopicAsync(graphQL, forum, slug, after, context, ct) is { } topic
            ? Page.Of<TopicPage>(new { Topic = topic, Position = position, IsFirst = after is null })
            : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ShowPostAsync(
        string forum, string slug, string id, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindPostAsync(graphQL, forum, slug, id, CommentsOnAPage, after, context, ct) is { Topic: { } topic } post
            ? Page.Of<PostPage>(new { Post = post, Topic = topic, IsFirst = after is null })
            : Page.Of<PostGonePage>(new { Forum = forum, Topic = slug }, StatusCodes.Status404NotFound);

    /// <summary>The post alone, for a page that is already open to put in its place.</summary>
    private static async Task<IResult> ShowFragmentAsync(
        string forum, string slug, string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await FindPostAsync(graphQL, forum, slug, id, CommentsBelowAPost, null, context, ct) is { Topic: { } topic } post
            ? Page.Of<PostArticle>(new { Post = post, Forum = topic.Forum.Slug, Topic = topic.Slug, topic.IsOpen, ReplyTo = post.ReplyTo?.Id })
            : TroubleEndpoints.NotFound();
}
