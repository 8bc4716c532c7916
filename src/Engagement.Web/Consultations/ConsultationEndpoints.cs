using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Engagement.Web.YouSaidWeDid;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Consultations;

internal static class ConsultationEndpoints
{
    private const int ClosedOnAPage = 20;
    private const int EntriesOfOne = 3;

    private static readonly string ListDocument = GraphQLDocument.Read("Consultations/Consultations.graphql");
    private static readonly string Document = GraphQLDocument.Read("Consultations/Consultation.graphql");
    private static readonly string EntriesDocument = GraphQLDocument.Read("Consultations/ConsultationEntries.graphql");

    public static void MapConsultations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Consultations, ListAsync);
        pages.MapGet("/consultations/{slug}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(
        string? search, string? @for, string? about, string? district, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = ConsultationsAsked.Of(search, @for, about, district);
        var counts = asked.IsAnything && after is null;
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                search = string.IsNullOrWhiteSpace(search) ? null : search,
                audience = asked.Audience,
                about = asked.SubjectArea,
                district = asked.District,
                closedFirst = ClosedOnAPage,
                after,
                counts,
            },
            context,
            ct);
        var (open, paused, coming, closed) = (Read("open"), Read("paused"), Read("coming"), Read("closed"));
        return Page.Of<ConsultationsPage>(new
        {
            Asked = asked,
            Found = counts ? open.TotalCount + paused.TotalCount + coming.TotalCount + closed.TotalCount : (int?)null,
            Open = open.Nodes,
            Paused = paused.Nodes,
            Coming = coming.Nodes,
            IsFirst = after is null,
            Closed = closed,
        });

        Connection<ConsultationSummary> Read(string field) => reply.Get<Connection<ConsultationSummary>>(field) ?? new([]);
    }

    private static async Task<IResult> ShowAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { slug }, context, ct);
        if (reply.Get<ConsultationDetails>("consultationBySlug") is not { } consultation)
            return TroubleEndpoints.NotFound();
        var entries = await graphQL.ExecuteAsync(EntriesDocument, new { consultationId = consultation.Id, first = EntriesOfOne }, context, ct);
        return Page.Of<ConsultationPage>(new { Consultation = consultation, Entries = entries.Get<Connection<EntryCardData>>("entries") ?? new([]) });
    }
}
