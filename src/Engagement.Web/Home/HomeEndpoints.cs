using Engagement.Web.Documents;
using Engagement.Web.YouSaidWeDid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Home;

internal static class HomeEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Home/Home.graphql");

    public static void MapHome(this IEndpointRouteBuilder pages) => pages.MapGet(Links.Home, ShowAsync);

    private static async Task<IResult> ShowAsync(IEngagementGraphQL graphQL, TimeProvider time, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, null, context, ct);
        return Page.Of<HomePage>(new
        {
            Open = reply.Get<Connection<OpenConsultation>>("open")?.Nodes ?? [],
            Closed = reply.Get<Connection<ClosedConsultation>>("closed")?.Nodes ?? [],
            Entries = reply.Get<Connection<EntryCardData>>("entries")?.Nodes ?? [],
            Today = Dates.Day(time.GetUtcNow()),
        });
    }
}
