using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff;

/// <summary>What staff see. Who may see it is decided by the schema; these pages show what it gives.</summary>
internal static class StaffEndpoints
{
    private static readonly string HomeDocument = GraphQLDocument.Read("Staff/StaffHome.graphql");
    private static readonly string MetricsDocument = GraphQLDocument.Read("Staff/Metrics.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/StaffConsultation.graphql");
    private static readonly string WorkbenchDocument = GraphQLDocument.Read("Staff/StaffWorkbench.graphql");

    public static void MapStaff(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Staff, ShowHomeAsync);
        pages.MapGet("/staff/consultations/{slug}", ShowConsultationAsync);
    }

    private static async Task<IResult> ShowHomeAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(HomeDocument, new { after }, context, ct);
        var consultations = reply.Get<Connection<StaffConsultation>>("consultations") ?? new Connection<StaffConsultation>([]);
        var rows = new List<(StaffConsultation, Metrics)>(consultations.Nodes.Count);
        // Anyone may list consultations; their figures are for staff, so even an empty list asks whether this person may see it.
        if (consultations.Nodes.Count == 0 && reply.Get<Viewer>("me")?.Role is null)
            throw new SignInNeededException();
        foreach (var consultation in consultations.Nodes)
        {
            var metrics = await graphQL.ExecuteAsync(MetricsDocument, new { consultationId = consultation.Id }, context, ct);
            rows.Add((consultation, metrics.Get<Metrics>("engagementMetrics")!));
        }

        return Page.Of<StaffHomePage>(new { Viewer = reply.Get<Viewer>("me"), Rows = rows, PageInfo = consultations.PageInfo });
    }

    private static async Task<IResult> ShowConsultationAsync(
        string slug, string? state, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        ViewState? filter = Enum.TryParse<ViewState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var found = await graphQL.ExecuteAsync(ConsultationDocument, new { slug }, context, ct);
        if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            WorkbenchDocument, new { consultationId = consultation.Id, state = SchemaName(filter), after }, context, ct);
        return Page.Of<StaffConsultationPage>(new
        {
            Viewer = found.Get<Viewer>("me"),
            Consultation = consultation,
            Metrics = reply.Get<Metrics>("engagementMetrics")!,
            Themes = reply.Get<IReadOnlyList<Theme>>("themes") ?? [],
            Views = reply.Get<Connection<StaffView>>("views") ?? new Connection<StaffView>([]),
            Filter = filter,
            Done = context.Request.Query["done"].ToString(),
        });
    }

    private static string? SchemaName(ViewState? state) => state switch
    {
        ViewState.Unread => "UNREAD",
        ViewState.Coded => "CODED",
        ViewState.NotCodable => "NOT_CODABLE",
        _ => null,
    };
}
