using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Forums;

/// <summary>Write a post or a comment, and agree with one.</summary>
internal static class WritingEndpoints
{
    private static readonly string PostDocument = GraphQLDocument.Read("Forums/PostContribution.graphql");
    private static readonly string SupportDocument = GraphQLDocument.Read("Forums/SupportContribution.graphql");
    private static readonly string WithdrawDocument = GraphQLDocument.Read("Forums/WithdrawSupport.graphql");
    private static readonly string AgreementDocument = GraphQLDocument.Read("Forums/Agreement.graphql");

    public static void MapWriting(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/pact/forums/{forum}/{slug}/write", ShowFormAsync);
        pages.MapPost("/pact/forums/{forum}/{slug}/write", PostAsync);
        pages.MapGet("/pact/posts/sent", ShowSent);
        pages.MapPost("/pact/posts/sent", Keep);
        pages.MapGet("/pact/forums/{forum}/{slug}/posts/{id}/agree", ShowAgreeAsync);
        pages.MapPost("/pact/forums/{forum}/{slug}/posts/{id}/agree", AgreeAsync);
    }

    private static async Task<IResult> ShowFormAsync(
        string forum, string slug, string? to, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await FindAsync(forum, slug, to, graphQL, context, ct) switch
        {
            null => TroubleEndpoints.NotFound(),
            { Topic.IsOpen: false } target => Closed(target, words: null),
            { IsGone: true } => Page.Of<PostGonePage>(new { Forum = forum, Topic = slug }, StatusCodes.Status404NotFound),
            var target => await ShowAsync(target, new Draft(FormKey.New()), [], author, context, ct),
        };

    private static async Task<IResult> PostAsync(
        string forum, string slug, string? to, IEngagementGraphQL graphQL, Author author, AuthorCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var draft = new Draft(form["key"] is { Length: > 0 } key ? key : FormKey.New(), form["text"], form["district"]);
        if (await FindAsync(forum, slug, to, graphQL, context, ct) is not { } target)
            return TroubleEndpoints.NotFound();
        if (!form.IsTrusted)
            return await ShowAsync(target, draft, [FieldError.PageTooOld], author, context, ct);

        var who = await author.WhoAsync(context, ct);
        var reply = await graphQL.ExecuteAsync(
            PostDocument,
            new
            {
                input = new
                {
                    topicId = target.Topic.Id,
                    replyTo = to,
                    text = draft.Text,
                    district = draft.District is { Length: > 0 } district ? district : null,
                    idempotencyKey = draft.Key,
                    receipt = who.Input,
                },
            },
            context, ct);
        if (reply.Get<PostPayload>("postContribution")?.PostedContribution is { } posted)
        {
            var sent = new JustSent(forum, slug, posted.Handle, posted.State, posted.Reason, posted.Help, who.IsSignedIn);
            cookie.Write(context, new HeldReceipt(posted.Reference, posted.Secret, sent));
            return Page.SeeOther(Links.PostSent);
        }

        var refusals = Author.Refusals(reply, "postContribution");
        // It closed, or the post went, while they were writing: their words are on the page, to be copied.
        return refusals.Any(refusal => refusal.Code is "TOPIC_CLOSED" or "TOPIC_NOT_OPEN_YET")
            ? Closed(target, draft.Text)
            : await ShowAsync(target, draft, refusals, author, context, ct);
    }

    private static IResult ShowSent(AuthorCookie cookie, HttpContext context) =>
        cookie.Read(context) is { Sent: { } sent } receipt
            ? Page.Of<SentPage>(new { Receipt = receipt, Sent = sent })
            : Page.SeeOther(Links.OwnPosts);

    /// <summary>The author has kept the reference and the secret: the device forgets them, or that they were shown.</summary>
    private static async Task<IResult> Keep(AuthorCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted || cookie.Read(context) is not { } receipt)
            return Page.SeeOther(Links.PostSent);
        if (form["forget"].Length > 0)
            cookie.Clear(context);
        else
            cookie.Write(context, receipt with { Sent = null });
        return Page.SeeOther(receipt.Sent is { } sent ? Links.Topic(sent.Forum, sent.Topic) : Links.Forums);
    }

    private static async Task<IResult> ShowAgreeAsync(
        string forum, string slug, string id, string? done, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await ForumEndpoints.FindPostAsync(graphQL, forum, slug, id, 1, null, context, ct) switch
        {
            { Topic: { } topic } post when done is not null => Page.Of<AgreedPage>(new { Post = post, Topic = topic, IsTakenBack = done == "back" }),
            { Topic: { } topic } post => await ShowAgreementAsync(post, topic, await author.WhoAsync(context, ct), [], graphQL, context, ct),
            _ => Page.Of<PostGonePage>(new { Forum = forum, Topic = slug }, StatusCodes.Status404NotFound),
        };

    /// <summary>Agrees, or takes it back: whichever button was pressed.</summary>
    private static async Task<IResult> AgreeAsync(
        string forum, string slug, string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await ForumEndpoints.FindPostAsync(graphQL, forum, slug, id, 1, null, context, ct) is not { Topic: { } topic } post)
            return Page.Of<PostGonePage>(new { Forum = forum, Topic = slug }, StatusCodes.Status404NotFound);
        var who = await author.WhoAsync(context, ct);
        var takesBack = form["back"].Length > 0;
        var (document, mutation) = takesBack ? (WithdrawDocument, "withdrawSupport") : (SupportDocument, "supportContribution");
        IReadOnlyList<FieldError> errors = form.IsTrusted
            ? Author.Refusals(await graphQL.ExecuteAsync(document, new { input = new { contributionId = id, receipt = who.Input } }, context, ct), mutation)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{Links.AgreeWith(forum, slug, id)}?done={(takesBack ? "back" : "yes")}")
            : await ShowAgreementAsync(post, topic, who, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowAgreementAsync(
        ThreadPost post, PostTopic topic, WhoWrites who, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context,
        CancellationToken ct)
    {
        var agrees = who.IsKnown
            && (await graphQL.ExecuteAsync(AgreementDocument, new { id = post.Id, receipt = who.Input }, context, ct)).Get<Agreement>("node") is { IsSupported: true };
        return Page.Of<AgreePage>(
            new { Post = post, Topic = topic, who.IsKnown, Agrees = agrees, Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Closed(WritingTarget target, string? words) => Page.Of<TopicClosedPage>(
        new { target.Topic, Words = words }, words is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowAsync(
        WritingTarget target, Draft draft, IReadOnlyList<FieldError> errors, Author author, HttpContext context, CancellationToken ct) =>
        Page.Of<WritePage>(
            new { target.Topic, target.To, Draft = draft, Who = await author.WhoAsync(context, ct), Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<WritingTarget?> FindAsync(
        string forum, string slug, string? to, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (await ForumEndpoints.FindTopicAsync(graphQL, forum, slug, null, context, ct) is not { } topic)
            return null;
        var post = to is null ? null : await ForumEndpoints.FindPostAsync(graphQL, forum, slug, to, 1, null, context, ct);
        return new WritingTarget(topic, post, IsGone: to is not null && post is null);
    }

    private sealed record Agreement(bool IsSupported);

    private sealed record PostPayload(Posted? PostedContribution);

    private sealed record Posted(string Handle, string Reference, string Secret, ContributionState State, string? Reason, IReadOnlyList<string> Help);
}

/// <summary>Where somebody writes: in a topic, or below a post of it, which may have gone meanwhile.</summary>
internal sealed record WritingTarget(TopicDetails Topic, ThreadPost? To, bool IsGone);

/// <summary>What somebody has written so far, and the key by which sending it twice counts once.</summary>
public sealed record Draft(string Key, string Text = "", string District = "");
