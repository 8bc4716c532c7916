using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Consultations;

internal static class ConsultationEndpoints
{
    private static readonly string ListDocument = GraphQLDocument.Read("Consultations/Consultations.graphql");
    private static readonly string Document = GraphQLDocument.Read("Consultations/Consultation.graphql");

    public static void MapConsultations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Consultations, ListAsync);
        pages.MapGet("/consultations/{slug}", ShowAsync);
    }

    private static async Task<IResult> ListAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, null, context, ct);
        return Page.Of<ConsultationsPage>(new { Open = Read("open"), Coming = Read("coming"), Closed = Read("closed") });

        IReadOnlyList<ConsultationSummary> Read(string field) => reply.Get<Connection<ConsultationSummary>>(field)?.Nodes ?? [];
    }

    private static async Task<IResult> ShowAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { slug }, context, ct);
        return reply.Get<ConsultationDetails>("consultationBySlug") is { } consultation
            ? Page.Of<ConsultationPage>(new { Consultation = consultation })
            : TroubleEndpoints.NotFound();
    }
}
