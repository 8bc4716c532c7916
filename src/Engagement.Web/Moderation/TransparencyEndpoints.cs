using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Moderation;

/// <summary>How the forums were moderated, month by month.</summary>
internal static class TransparencyEndpoints
{
    private const int MonthsOnAPage = 12;

    private static readonly string ForumsDocument = GraphQLDocument.Read("Moderation/ModeratedForums.graphql");
    private static readonly string Document = GraphQLDocument.Read("Moderation/Transparency.graphql");

    public static void MapTransparency(this IEndpointRouteBuilder pages) => pages.MapGet(Links.Transparency, ShowAsync);

    private static async Task<IResult> ShowAsync(string? forum, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var forums = (await graphQL.ExecuteAsync(ForumsDocument, null, context, ct)).Get<Connection<ModeratedForum>>("forums")?.Nodes ?? [];
        var chosen = forum is null ? (forums.Count > 0 ? forums[0] : null) : forums.FirstOrDefault(one => one.Slug == forum);
        if (chosen is null && forum is not null)
            return TroubleEndpoints.NotFound();
        var reports = chosen is null
            ? null
            : (await graphQL.ExecuteAsync(Document, new { forumId = chosen.Id, first = MonthsOnAPage, after }, context, ct)).Get<Connection<TransparencyReport>>("transparencyReports");
        return Page.Of<TransparencyPage>(new { Forums = forums, Chosen = chosen, Reports = reports ?? new([]), IsFirst = after is null });
    }
}
