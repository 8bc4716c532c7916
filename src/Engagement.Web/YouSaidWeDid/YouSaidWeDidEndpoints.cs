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
    private static readonly string ConsultationDocument = GraphQLDocument.Read("YouSaidWeDid/BoardConsultation.graphql");
    private static readonly string Document = GraphQLDocument.Read("YouSaidWeDid/Entry.graphql");
    private static readonly string FragmentDocument = GraphQLDocument.Read("YouSaidWeDid/EntryFragment.graphql");

    public static void MapYouSaidWeDid(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.YouSaidWeDid, ListAsync);
        pages.MapGet("/you-said-we-did/{slug}", ShowAsync);
        pages.MapGet("/you-said-we-did/{slug}/fragment", ShowFragmentAsync);
    }

    private static async Task<IResult> ListAsync([AsParameters] EntriesAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // Only the whole board, newest first, follows what happens. The position is read first: what is published between the two is on the page and told of
        // again, and not on neither.
        var isLive = after is null && !asked.IsAnything;
        long? position = isLive ? (await graphQL.ExecuteAsync(PositionDocument, null, context, ct)).Get<long>("livePosition") : null;
        BoardConsultation? consultation = null;
        if (!string.IsNullOrEmpty(asked.Consultation))
        {
            consultation = (await graphQL.ExecuteAsync(ConsultationDocument, new { slug = asked.Consultation }, context, ct)).Get<BoardConsultation>("consultationBySlug");
            if (consultation is null)
                return TroubleEndpoints.NotFound();
        }

        var variables = new
        {
            first = EntriesOnAPage,
            after,
            state = asked.StateValue,
            district = string.IsNullOrEmpty(asked.District) ? null : asked.District,
            audience = asked.AudienceValue,
            consultationId = consultation?.Id,
            words = asked.WordsValue,
            order = asked.OrderValue,
        };
        var reply = await graphQL.ExecuteAsync(ListDocument, variables, context, ct);
        return Page.Of<YouSaidWeDidPage>(new
        {
            Entries = reply.Get<Connection<EntryCardData>>("entries") ?? new([]),
            Facets = reply.Get<EntryFacets>("entryFacets") ?? EntryFacets.None,
            Asked = asked,
            Consultation = consultation,
            IsFirst = after is null,
            Position = position,
        });
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
