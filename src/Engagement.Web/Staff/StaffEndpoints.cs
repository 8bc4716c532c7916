using Engagement.Web.Documents;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff;

/// <summary>What staff see. Who may see it is decided by the schema; these pages ask for no more than the role may have.</summary>
internal static class StaffEndpoints
{
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string HomeDocument = GraphQLDocument.Read("Staff/StaffHome.graphql");
    private static readonly string FiguresDocument = GraphQLDocument.Read("Staff/ConsultationFigures.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/StaffConsultation.graphql");
    private static readonly string WorkbenchDocument = GraphQLDocument.Read("Staff/StaffWorkbench.graphql");

    public static void MapStaff(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.StaffConsultations, ShowHomeAsync);
        pages.MapGet(Links.StaffMore, ShowMoreAsync);
        pages.MapGet("/staff/consultations/{slug}", ShowConsultationAsync);
    }

    private static async Task<IResult> ShowHomeAsync(string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(HomeDocument, new { after }, context, ct);
        var viewer = Viewer.Of(reply);
        var consultations = reply.Get<Connection<StaffConsultation>>("consultations") ?? new Connection<StaffConsultation>([]);
        var rows = new List<ConsultationFigures>(consultations.Nodes.Count);
        foreach (var consultation in consultations.Nodes)
        {
            var figures = await graphQL.ExecuteAsync(
                FiguresDocument, new { consultationId = consultation.Id, readsMetrics = viewer.ReadsMetrics, readsViews = viewer.ReadsViews }, context, ct);
            rows.Add(new ConsultationFigures(consultation, figures.Get<Metrics>("engagementMetrics"), figures.Get<Count>("unread")?.TotalCount));
        }

        return Page.Of<StaffHomePage>(new { Viewer = viewer, Rows = rows, PageInfo = consultations.PageInfo });
    }

    private static async Task<IResult> ShowMoreAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Page.Of<StaffMorePage>(new { Viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct)) });

    private static async Task<IResult> ShowConsultationAsync(
        string slug, string? state, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        ViewState? filter = Enum.TryParse<ViewState>(state, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null;
        var found = await graphQL.ExecuteAsync(ConsultationDocument, new { slug }, context, ct);
        var viewer = Viewer.Of(found);
        if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            WorkbenchDocument,
            new { consultationId = consultation.Id, state = SchemaName(filter), after, readsMetrics = viewer.ReadsMetrics, readsViews = viewer.ReadsViews },
            context, ct);
        return Page.Of<StaffConsultationPage>(new
        {
            Viewer = viewer,
            Figures = new ConsultationFigures(consultation, reply.Get<Metrics>("engagementMetrics"), reply.Get<Count>("unread")?.TotalCount),
            Themes = reply.Get<Connection<Theme>>("themes")?.Nodes ?? [],
            Views = reply.Get<Connection<StaffView>>("views"),
            Filter = filter,
            Done = context.Request.Query["done"].ToString(),
        });
    }

    private static string? SchemaName(ViewState? state) => state switch
    {
        ViewState.Unread => "UNREAD",
        ViewState.Coded => "CODED",
        ViewState.NotCodable => "NOT_CODABLE",
        ViewState.Withdrawn => "WITHDRAWN",
        _ => null,
    };
}
