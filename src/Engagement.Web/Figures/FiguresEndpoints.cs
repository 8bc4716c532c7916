using Engagement.Web.Documents;
using Engagement.Web.Staff.LocalOffer;
using Engagement.Web.Staff.Results;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Figures;

/// <summary>Figures that have been published, as they were frozen.</summary>
internal static class FiguresEndpoints
{
    private const int OnAPage = 20;

    private static readonly string ListDocument = GraphQLDocument.Read("Figures/Releases.graphql");
    private static readonly string Document = GraphQLDocument.Read("Figures/Release.graphql");

    public static void MapFigures(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Figures, ListAsync);
        pages.MapGet("/figures/{id}", ShowAsync);
    }

    private static async Task<IResult> ListAsync([AsParameters] FiguresAsked asked, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var search = string.IsNullOrWhiteSpace(asked.Search) ? null : asked.Search;
        var reply = await graphQL.ExecuteAsync(ListDocument, new { search, kind = asked.Kind, first = OnAPage, after }, context, ct);
        return Page.Of<FiguresPage>(new { Releases = reply.Get<Connection<ReleaseSummary>>("releases") ?? new([]), Asked = asked, IsFirst = after is null });
    }

    private static async Task<IResult> ShowAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        if (reply.Get<ReleaseDetails>("release") is not { PublishedAt: not null } release)
            return TroubleEndpoints.NotFound();
        return release.LocalOffer is { } year && FigureFile.AskedFor(context, $"local-offer-{year.From.Year}", [LocalOfferTable.Of(year)]) is { } file
            ? file
            : Page.Of<ReleasePage>(new { Release = release });
    }
}
