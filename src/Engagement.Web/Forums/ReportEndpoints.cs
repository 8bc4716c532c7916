using Engagement.Web.Components;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Forums;

/// <summary>Ask for a person to look at a post. Nobody needs an account for it, and nobody is told who asked.</summary>
internal static class ReportEndpoints
{
    public const string Danger = "SOMEBODY_IN_DANGER";

    /// <summary>The reasons of the schema, in plain words; the gravest first.</summary>
    public static readonly Choice[] Reasons =
    [
        new(Danger, "Somebody may be in danger", "It goes straight to the safeguarding lead, whose job is to keep people safe"),
        new("NAMES_SOMEBODY", "It says who or where somebody is", "A name, a school, an address, a phone number"),
        new("ABUSIVE", "It attacks or insults somebody"),
        new("DISCRIMINATORY", "It speaks against a group of people"),
        new("ADVERTISING", "It sells something"),
        new("OTHER", "Something else"),
    ];

    private static readonly string Document = GraphQLDocument.Read("Forums/ReportContribution.graphql");

    public static void MapReports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/pact/forums/{forum}/{slug}/posts/{id}/report", ShowAsync);
        pages.MapPost("/pact/forums/{forum}/{slug}/posts/{id}/report", ReportAsync);
    }

    private static async Task<IResult> ShowAsync(
        string forum, string slug, string id, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        done is not null
            ? Page.Of<ReportedPage>(new { Forum = forum, Topic = slug, InDanger = done == "danger" })
            : await ShowFormAsync(forum, slug, id, null, [], graphQL, context, ct);

    private static async Task<IResult> ReportAsync(
        string forum, string slug, string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var reason = Reasons.FirstOrDefault(known => known.Value == form["reason"])?.Value;
        if (!form.IsTrusted)
            return await ShowFormAsync(forum, slug, id, reason, [FieldError.PageTooOld], graphQL, context, ct);
        if (reason is null)
            return await ShowFormAsync(forum, slug, id, reason, [new FieldError("Choose what is wrong", "reason")], graphQL, context, ct);
        var reply = await graphQL.ExecuteAsync(Document, new { input = new { contributionId = id, reason } }, context, ct);
        var errors = Author.Refusals(reply, "reportContribution");
        return errors.Count == 0
            ? Page.SeeOther($"{Links.Report(forum, slug, id)}?done={(reason == Danger ? "danger" : "yes")}")
            : await ShowFormAsync(forum, slug, id, reason, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowFormAsync(
        string forum, string slug, string id, string? reason, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context,
        CancellationToken ct) =>
        await ForumEndpoints.FindPostAsync(graphQL, forum, slug, id, 1, null, context, ct) is { Topic: { } topic } post
            ? Page.Of<ReportPage>(
                new { Post = post, Topic = topic, Reason = reason, Errors = errors },
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : Page.Of<PostGonePage>(new { Forum = forum, Topic = slug }, StatusCodes.Status404NotFound);
}
