using Engagement.Web.Documents;
using Engagement.Web.Staff.Results;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.LocalOffer;

/// <summary>The yearly comments on the Local Offer with their answers: what is there, what is missing, and its publication.</summary>
internal static class LocalOfferEndpoints
{
    public const string Permission = "loops.read";

    private const int FirstMonth = 9;

    private static readonly string Document = GraphQLDocument.Read("Staff/LocalOffer/LocalOfferYear.graphql");

    public static void MapLocalOffer(this IEndpointRouteBuilder pages) => pages.MapGet(LocalOfferLinks.Section, ShowAsync);

    private static async Task<IResult> ShowAsync(string? year, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var today = Dates.Day(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var present = today.Month >= FirstMonth ? today.Year : today.Year - 1;
        var reply = await graphQL.ExecuteAsync(Document, new { year = int.TryParse(year, out var asked) ? asked : present }, context, ct);
        var viewer = Viewer.Of(reply, Permission);
        if (reply.Get<LocalOfferYear>("localOfferYear") is not { } found)
            return TroubleEndpoints.NotFound();
        return FigureFile.AskedFor(context, $"local-offer-{found.Year}", [LocalOfferTable.Of(found.Return)])
            ?? Page.Of<LocalOfferPage>(new { Viewer = viewer, Year = found, Here = ResultsLinks.Here(context) });
    }
}
