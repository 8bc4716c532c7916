using Engagement.Web.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff;

/// <summary>What staff see. Who may see it is decided by the schema; these pages ask for no more than the role may have.</summary>
internal static class StaffEndpoints
{
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");

    public static void MapStaff(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.StaffMore, ShowMoreAsync);
    }

    private static async Task<IResult> ShowMoreAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Page.Of<StaffMorePage>(new { Viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct)) });
}
