using System.Buffers.Text;
using System.Text;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Consultations;

/// <summary>The list of consultations, and each at a glance with what can be done with it.</summary>
internal static class ConsultationEndpoints
{
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationList.graphql");
    private static readonly string ListFiguresDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationListFigures.graphql");
    private static readonly string FileDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationFile.graphql");
    private static readonly string GlanceDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationAtAGlance.graphql");
    private static readonly string ToldDocument = GraphQLDocument.Read("Staff/Consultations/ToldOfOpening.graphql");
    private static readonly string ReadinessDocument = GraphQLDocument.Read("Staff/Consultations/ReportReadiness.graphql");

    public static void MapStaffConsultations(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.StaffConsultations, ListAsync);
        pages.MapGet("/staff/consultations/{slug}", ShowAsync);
        pages.MapGet("/staff/consultations/{slug}/change/{what}", ShowChangeAsync);
        pages.MapPost("/staff/consultations/{slug}/change/{what}", ChangeAsync);
        pages.MapSetup();
        pages.MapWaves();
    }

    /// <summary>A consultation and who asks for it; the consultation is null where there is none that they may see.</summary>
    public static async Task<(Viewer Viewer, ConsultationFile? File)> FindAsync(
        string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, params string[] anyOf)
    {
        var reply = await graphQL.ExecuteAsync(FileDocument, new { slug }, context, ct);
        return (Viewer.Of(reply, anyOf), reply.Get<ConsultationFile>("consultationBySlug"));
    }

    /// <summary>How many hear by e-mail that it opens, for whoever may open it.</summary>
    public static async Task<string> ToldOfOpeningAsync(ConsultationFile file, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ConsultationWords.ToldOfOpening(file, (await graphQL.ExecuteAsync(ToldDocument, new { consultationId = file.Id }, context, ct)).Get<int?>("toldOfOpening"));

    public static async Task<IResult> ListAsync(
        string? search, string? state, string? order, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var asked = new ConsultationsAsked(search, state, order);
        var reply = await graphQL.ExecuteAsync(
            ListDocument, new { search = string.IsNullOrWhiteSpace(search) ? null : search, state = asked.StateInSchema, order = asked.OrderInSchema, after }, context, ct);
        var viewer = Viewer.Of(reply);
        var consultations = reply.Get<Connection<ConsultationRow>>("consultations") ?? new Connection<ConsultationRow>([]);
        var figures = viewer.ReadsMetrics ? await FiguresAsync(graphQL, context, ct) : null;
        return Page.Of<ConsultationListPage>(new
        {
            Viewer = viewer,
            Asked = asked,
            Consultations = consultations,
            Figures = figures is null ? null : consultations.Nodes.ToDictionary(row => row.Id, row => figures.GetValueOrDefault(KeyOf(row), RowFigures.None)),
            IsFirst = after is null,
        });
    }

    private static async Task<Dictionary<string, RowFigures>> FiguresAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListFiguresDocument, null, context, ct);
        var figures = (reply.Get<IReadOnlyList<ResponsesOf>>("participation") ?? []).Where(group => group.Key is not null)
            .ToDictionary(group => group.Key!, group => new RowFigures(group.Figures.Responses, 0, 0));
        foreach (var group in (reply.Get<IReadOnlyList<ViewsOf>>("viewFigures") ?? []).Where(group => group.Key is not null))
            figures[group.Key!] = figures.GetValueOrDefault(group.Key!, RowFigures.None) with { Views = group.Figures.All, Unread = group.Figures.Unread };
        return figures;
    }

    private static async Task<IResult> ShowAsync(string slug, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, file) = await FindAsync(slug, graphQL, context, ct);
        if (file is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            GlanceDocument,
            new
            {
                consultationId = file.Id,
                readsMetrics = viewer.ReadsMetrics,
                readsLoops = viewer.May("loops.read"),
                readsDrafts = viewer.May("consultations.read-drafts"),
                edits = viewer.May("consultations.edit"),
            },
            context, ct);
        var notices = reply.Get<OpeningNotices>("openingNotices");
        var tells = notices is null && viewer.May("consultations.edit") && (file.State is ConsultationState.Coming || (file.State is ConsultationState.Open && done is "opened" or "opened-alone"));
        return Page.Of<ConsultationPage>(new
        {
            Viewer = viewer,
            File = file,
            Overview = reply.Get<Overview>("consultationOverview"),
            Themes = reply.Get<Connection<Theme>>("themes"),
            Waves = reply.Get<Connection<ScheduledWave>>("scheduledWaves")?.Nodes ?? [],
            Position = reply.Get<long>("livePosition"),
            Told = tells ? await ToldOfOpeningAsync(file, graphQL, context, ct) : notices is null ? null : ConsultationWords.Told(notices),
            Done = done,
        });
    }

    private static async Task<IResult> ShowChangeAsync(
        string slug, string what, IEngagementGraphQL graphQL, TimeProvider time, HttpContext context, CancellationToken ct)
    {
        var (viewer, file, plan) = await PlanAsync(slug, what, graphQL, time, context, ct);
        return plan is null ? TroubleEndpoints.NotFound() : plan.Show(viewer, file!.Title, Links.StaffConsultation(slug), "The consultation");
    }

    private static async Task<IResult> ChangeAsync(
        string slug, string what, IEngagementGraphQL graphQL, StaffMutation mutation, TimeProvider time, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (viewer, file, plan) = await PlanAsync(slug, what, graphQL, time, context, ct);
        if (plan is null)
            return TroubleEndpoints.NotFound();
        var errors = plan.Check(form);
        if (errors.Count == 0)
            errors = await mutation.SendAsync(plan.Document, plan.Mutation, plan.Input(form), context, ct);
        if (errors.Count == 0)
            return Page.SeeOther($"{Links.StaffConsultation(slug)}?done={what}");
        // Somebody may have changed it just now, and then the page shows how it stands.
        (viewer, file, plan) = await PlanAsync(slug, what, graphQL, time, context, ct);
        return plan!.Show(viewer, file!.Title, Links.StaffConsultation(slug), "The consultation", form, errors);
    }

    private static async Task<(Viewer Viewer, ConsultationFile? File, FormPlan? Plan)> PlanAsync(
        string slug, string what, IEngagementGraphQL graphQL, TimeProvider time, HttpContext context, CancellationToken ct)
    {
        var (viewer, file) = await FindAsync(slug, graphQL, context, ct, what == RunningPlans.Report ? "consultations.publish-report" : "consultations.edit");
        if (file is null)
            return (viewer, null, null);
        IReadOnlyList<string> blocks = [];
        if (what == RunningPlans.Report)
        {
            var reply = await graphQL.ExecuteAsync(ReadinessDocument, new { consultationId = file.Id }, context, ct);
            blocks = reply.Get<Overview>("consultationOverview")?.BlocksReport ?? [];
        }

        return (viewer, file, RunningPlans.Of(what, file, Dates.Day(time.GetUtcNow()), blocks));
    }

    /// <summary>Figures name a consultation by its bare id, and the list by its global one, which holds the other after a colon.</summary>
    private static string KeyOf(ConsultationRow row) =>
        Base64Url.IsValid(row.Id) && Guid.TryParse(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(row.Id)).Split(':')[^1], out var id) ? id.ToString() : row.Id;

    private sealed record ResponsesOf(string? Key, ResponseCount Figures);

    private sealed record ResponseCount(int Responses);

    private sealed record ViewsOf(string? Key, ViewCount Figures);

    private sealed record ViewCount(int All, int Unread);
}
