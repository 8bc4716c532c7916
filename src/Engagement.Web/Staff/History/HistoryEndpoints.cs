using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.History;

/// <summary>What happened to anything: who changed it, when and why.</summary>
internal static class HistoryEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Staff/History/StaffHistory.graphql");
    private static readonly string ThingDocument = GraphQLDocument.Read("Staff/History/HistoryThing.graphql");

    public static void MapHistory(this IEndpointRouteBuilder pages) => pages.MapGet("/staff/history/{id}", ShowAsync);

    private static async Task<IResult> ShowAsync(string id, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id, after }, context, ct);
        var viewer = Viewer.Of(reply);
        if (reply.Get<Connection<HistoryEntry>>("history") is not { } history)
            return TroubleEndpoints.NotFound();

        // What a thing is called is not everywhere to be had by its id: then the page does without.
        var thing = await graphQL.ExecuteAsync(ThingDocument, new { id }, context, ct);
        return Page.Of<HistoryPage>(new
        {
            Viewer = viewer,
            Id = id,
            History = history,
            IsFirst = after is null,
            Thing = thing.Errors.Count == 0 ? thing.Get<HistoryThing>("node") : null,
        });
    }
}
