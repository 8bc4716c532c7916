using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Track;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Forums;

/// <summary>What somebody wrote and how it stands: change it, take it back, appeal. By their account, or by the receipt of something they wrote.</summary>
internal static class OwnPostEndpoints
{
    private const int PostsOnAPage = 20;

    // How far back an address of one's own post is looked for: 500 posts are more than anybody has.
    private const int MostPages = 10;
    private const int MostOnAPage = 50;

    private static readonly string ListDocument = GraphQLDocument.Read("Forums/OwnContributions.graphql");
    private static readonly string EditDocument = GraphQLDocument.Read("Forums/EditContribution.graphql");
    private static readonly string WithdrawDocument = GraphQLDocument.Read("Forums/WithdrawContribution.graphql");
    private static readonly string AppealDocument = GraphQLDocument.Read("Forums/MakeAppeal.graphql");

    public static void MapOwnPosts(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.OwnPosts, ListAsync);
        pages.MapPost(Links.ShowReceipt, ShowReceiptAsync);
        pages.MapPost(Links.ForgetReceipt, ForgetAsync);
        pages.MapGet("/pact/posts/{id}", ShowAsync);
        pages.MapGet("/pact/posts/{id}/edit", ShowEditAsync);
        pages.MapPost("/pact/posts/{id}/edit", EditAsync);
        pages.MapGet("/pact/posts/{id}/withdraw", ShowWithdrawAsync);
        pages.MapPost("/pact/posts/{id}/withdraw", WithdrawAsync);
        pages.MapGet("/pact/posts/{id}/appeal", ShowAppealAsync);
        pages.MapPost("/pact/posts/{id}/appeal", AppealAsync);
    }

    private static async Task<IResult> ListAsync(
        string? after, IEngagementGraphQL graphQL, Author author, AuthorCookie cookie, HttpContext context, CancellationToken ct)
    {
        var who = await author.WhoAsync(context, ct);
        if (!who.IsKnown)
            return ShowForm(null, null, []);
        if (await ReadAsync(who, PostsOnAPage, after, graphQL, context, ct) is { } posts)
            return Page.Of<OwnPostsPage>(new { Posts = posts, Who = who, IsFirst = after is null });
        // The receipt is not good any more: what it was of may have been erased.
        cookie.Clear(context);
        return ShowForm(null, null, []);
    }

    private static async Task<IResult> ShowReceiptAsync(IEngagementGraphQL graphQL, AuthorCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (typedReference, typedSecret) = (form["reference"], form["secret"]);
        var errors = new List<FieldError>(2);
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (typedReference.Length == 0)
            errors.Add(new FieldError("Enter the reference from your receipt", "reference"));
        if (typedSecret.Length == 0)
            errors.Add(new FieldError("Enter the secret from your receipt", "secret"));
        if (errors.Count > 0)
            return ShowForm(typedReference, typedSecret, errors);

        var receipt = new HeldReceipt(ReceiptCodes.Reference(typedReference), ReceiptCodes.Secret(typedSecret));
        try
        {
            if (await ReadAsync(new WhoWrites(false, receipt), 1, null, graphQL, context, ct) is not { Nodes.Count: > 0 })
                return ShowForm(typedReference, typedSecret, [new FieldError("We cannot find words with that reference and secret. Check both, then try again", "reference")]);
        }
        catch (GraphQLFailedException failed) when (failed.Errors.FirstOrDefault(error => error.Code == "RATE_LIMITED") is { } error)
        {
            return ShowForm(typedReference, typedSecret, [new FieldError(error.Message, "secret", error.Code)], StatusCodes.Status429TooManyRequests);
        }

        cookie.Write(context, receipt);
        return Page.SeeOther(Links.OwnPosts);
    }

    private static async Task<IResult> ForgetAsync(AuthorCookie cookie, HttpContext context, CancellationToken ct)
    {
        if ((await SubmittedForm.ReadAsync(context, ct)).IsTrusted)
            cookie.Clear(context);
        return Page.SeeOther(Links.OwnPosts);
    }

    private static async Task<IResult> ShowAsync(string id, string? done, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, author, context, ct) is var (post, _)
            ? Page.Of<OwnPostPage>(new { Post = post, Done = done })
            : Page.SeeOther(Links.OwnPosts);

    private static async Task<IResult> ShowEditAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, author, context, ct) is ({ MayEdit: true } post, _)
            ? Page.Of<EditPostPage>(new { Post = post, Words = post.Text, post.Version })
            : Page.SeeOther(Links.OwnPost(id));

    private static async Task<IResult> EditAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await FindAsync(id, graphQL, author, context, ct) is not var (post, who))
            return Page.SeeOther(Links.OwnPosts);
        var version = int.TryParse(form["version"], out var seen) ? seen : post.Version;
        IReadOnlyList<FieldError> errors = [FieldError.PageTooOld];
        if (form.IsTrusted)
        {
            var input = new { contributionId = id, text = form["text"], expectedVersion = version, receipt = who.Input };
            errors = Author.Refusals(await graphQL.ExecuteAsync(EditDocument, new { input }, context, ct), "editContribution");
        }

        return errors.Count == 0
            ? Page.SeeOther($"{Links.OwnPost(id)}?done=changed")
            // Whoever sends it again has seen what it says now.
            : Page.Of<EditPostPage>(
                new { Post = post, Words = form["text"], Version = errors.Any(e => e.Code == "STALE_VERSION") ? post.Version : version, Errors = errors },
                StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowWithdrawAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, author, context, ct) is ({ MayWithdraw: true } post, _)
            ? Page.Of<WithdrawPostPage>(new { Post = post })
            : Page.SeeOther(Links.OwnPost(id));

    private static async Task<IResult> WithdrawAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await FindAsync(id, graphQL, author, context, ct) is not var (post, who))
            return Page.SeeOther(Links.OwnPosts);
        IReadOnlyList<FieldError> errors = form.IsTrusted
            ? Author.Refusals(
                await graphQL.ExecuteAsync(WithdrawDocument, new { input = new { contributionId = id, receipt = who.Input } }, context, ct), "withdrawContribution")
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{Links.OwnPost(id)}?done=withdrawn")
            : Page.Of<WithdrawPostPage>(new { Post = post, Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ShowAppealAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct) =>
        await FindAsync(id, graphQL, author, context, ct) is ({ MayAppeal: true } post, _)
            ? Page.Of<AppealPage>(new { Post = post, Words = "" })
            : Page.SeeOther(Links.OwnPost(id));

    private static async Task<IResult> AppealAsync(string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await FindAsync(id, graphQL, author, context, ct) is not var (post, who))
            return Page.SeeOther(Links.OwnPosts);
        IReadOnlyList<FieldError> errors = form.IsTrusted
            ? Author.Refusals(
                await graphQL.ExecuteAsync(AppealDocument, new { input = new { contributionId = id, text = form["text"], receipt = who.Input } }, context, ct), "makeAppeal")
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{Links.OwnPost(id)}?done=appealed")
            : Page.Of<AppealPage>(new { Post = post, Words = form["text"], Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<(OwnPost Post, WhoWrites Who)?> FindAsync(
        string id, IEngagementGraphQL graphQL, Author author, HttpContext context, CancellationToken ct)
    {
        var who = await author.WhoAsync(context, ct);
        string? after = null;
        for (var page = 0; who.IsKnown && page < MostPages; page++)
        {
            if (await ReadAsync(who, MostOnAPage, after, graphQL, context, ct) is not { } posts)
                return null;
            if (posts.Nodes.FirstOrDefault(post => post.Id == id) is { } found)
                return (found, who);
            if (posts.PageInfo is not { HasNextPage: true, EndCursor: { } next })
                return null;
            after = next;
        }

        return null;
    }

    private static async Task<Connection<OwnPost>?> ReadAsync(
        WhoWrites who, int first, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { receipt = who.Input, first, after }, context, ct);
        // A receipt that is not good: mistyped, or of words that have been erased.
        return reply.Errors.Any(error => error.Code == "RECEIPT_NOT_FOUND") ? null : reply.Get<Connection<OwnPost>>("ownContributions");
    }

    private static IResult ShowForm(string? reference, string? secret, List<FieldError> errors, int? status = null) => Page.Of<ShowReceiptPage>(
        new { Reference = reference, Secret = secret, Errors = errors },
        status ?? (errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));
}
