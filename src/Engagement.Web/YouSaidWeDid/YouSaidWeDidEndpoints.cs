using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.YouSaidWeDid;

internal static class YouSaidWeDidEndpoints
{
    private const int EntriesOnAPage = 20;

    private static readonly string PositionDocument = GraphQLDocument.Read("YouSaidWeDid/LivePosition.graphql");
    private static readonly string ListDocument = GraphQLDocument.Read("YouSaidWeDid/Entries.graphql");
    private static readonly string Document = GraphQLDocument.Read("YouSaidWeDid/Entry.graphql");
    private static readonly string FragmentDocument = GraphQLDocument.Read("YouSaidWeDid/EntryFragment.graphql");

    public static void MapYouSaidWeDid(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.YouSaidWeDid, ListAsync);
        pages.MapGet("/you-said-we-did/{slug}", ShowAsync);
        pages.MapGet("/you-said-we-did/{slug}/fragment", ShowFragmentAsync);
    }

    private static async Task<IResult> ListAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // The position first: what is published between the two is on the page and told of again, and not on neither.
        long? position = after is null ? (await graphQL.ExecuteAsync(PositionDocument, null, context, ct)).Get<long>("livePosition") : null;
        var reply = await graphQL.ExecuteAsync(ListDocument, new { first = EntriesOnAPage, after }, context, ct);
        var entries = reply.Get<Connection<EntryCardData>>("entries") ?? new Connection<EntryCardData>([]);
        return Page.Of<YouSaidWeDidPage>(new { Entries = entries, Position = position });
    }

    private static async Task<IResult> ShowAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { slug }, context, ct);
        return reply.Get<EntryDetails>("entryBySlug") is { } entry
            ? Page.Of<EntryPage>(new { Entry = entry })
            : TroubleEndpoints.NotFound();
    }

    /// <summary>The card alone, for a page that is already open to put in its place.</summary>
    private static async Task<IResult> ShowFragmentAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(FragmentDocument, new { slug }, context, ct);
        return reply.Get<EntryCardData>("entryBySlug") is { } entry
            ? Page.Of<EntryCard>(new { Entry = entry })
            : TroubleEndpoints.NotFound();
    }
}
