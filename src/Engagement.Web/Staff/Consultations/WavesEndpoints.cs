using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Consultations;

/// <summary>Runs of surveys: those of consultations, and those that stand by themselves with dates of their own.</summary>
internal static class WavesEndpoints
{
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Consultations/Waves.graphql");
    private static readonly string WaveDocument = GraphQLDocument.Read("Staff/Consultations/StaffWave.graphql");
    private static readonly string ChoicesDocument = GraphQLDocument.Read("Staff/Consultations/WaveChoices.graphql");

    public static void MapWaves(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ConsultationLinks.Waves, ListAsync);
        pages.MapGet(ConsultationLinks.NewWave, ShowNewAsync);
        pages.MapPost(ConsultationLinks.NewWave, ScheduleAsync);
        pages.MapGet("/staff/waves/{id}", ShowAsync);
        pages.MapGet("/staff/waves/{id}/{what}", ShowChangeAsync);
        pages.MapPost("/staff/waves/{id}/{what}", ChangeAsync);
    }

    private static async Task<IResult> ListAsync(
        string? search, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ListDocument, new { search = string.IsNullOrWhiteSpace(search) ? null : search, after }, context, ct);
        return Page.Of<WavesPage>(new
        {
            Viewer = Viewer.Of(reply, "consultations.read-drafts"),
            Waves = reply.Get<Connection<ScheduledWave>>("scheduledWaves") ?? new Connection<ScheduledWave>([]),
            Search = search,
            IsFirst = after is null,
            Done = context.Request.Query["done"].ToString(),
        });
    }

    private static async Task<IResult> ShowNewAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, instruments) = await SchedulerAsync(graphQL, context, ct);
        return ShowNew(viewer, instruments);
    }

    private static async Task<IResult> ScheduleAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var (viewer, instruments) = await SchedulerAsync(graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var plan = WavePlans.Schedule(instruments, null);
        var errors = plan.Check(form);
        if (errors.Count > 0)
            return ShowNew(viewer, instruments, form, errors);
        (var id, errors) = await mutation.MakeAsync(plan.Document, plan.Mutation, "scheduledWave", plan.Input(form), context, ct);
        return id is null ? ShowNew(viewer, instruments, form, errors) : Page.SeeOther($"{ConsultationLinks.Wave(id)}?done=scheduled");
    }

    private static async Task<(Viewer Viewer, IReadOnlyList<InstrumentChoice> Instruments)> SchedulerAsync(
        IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        // Whoever may schedule may also read the questions; who may neither is refused with the first.
        var reply = await graphQL.ExecuteAsync(ChoicesDocument, new { editsSurveys = true, readsMetrics = false }, context, ct);
        return (Viewer.Of(reply, "waves.run"), reply.Get<Connection<InstrumentChoice>>("instruments")?.Nodes ?? []);
    }

    private static IResult ShowNew(Viewer viewer, IReadOnlyList<InstrumentChoice> instruments, SubmittedForm? form = null, IReadOnlyList<FieldError>? errors = null) =>
        WavePlans.Schedule(instruments, null).Show(viewer, "A survey that stands by itself", ConsultationLinks.Waves, "All runs of surveys", form, errors);

    private static async Task<IResult> ShowAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, wave) = await FindAsync(id, graphQL, context, ct, "consultations.read-drafts");
        return wave is null
            ? TroubleEndpoints.NotFound()
            : Page.Of<WavePage>(new { Viewer = viewer, Wave = wave, Done = context.Request.Query["done"].ToString() });
    }

    private static async Task<IResult> ShowChangeAsync(string id, string what, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await RenderChangeAsync(id, what, null, null, graphQL, context, ct);

    private static async Task<IResult> ChangeAsync(
        string id, string what, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (_, wave) = await FindAsync(id, graphQL, context, ct, "waves.run");
        if (wave is null || await PlanAsync(what, wave, graphQL, context, ct) is not { } plan)
            return TroubleEndpoints.NotFound();
        var errors = plan.Check(form);
        if (errors.Count == 0)
            errors = await mutation.SendAsync(plan.Document, plan.Mutation, plan.Input(form), context, ct);
        return errors.Count == 0
            ? Page.SeeOther($"{ConsultationLinks.Wave(id)}?done={what}")
            : await RenderChangeAsync(id, what, form, errors, graphQL, context, ct);
    }

    private static async Task<IResult> RenderChangeAsync(
        string id, string what, SubmittedForm? form, IReadOnlyList<FieldError>? errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, wave) = await FindAsync(id, graphQL, context, ct, "waves.run");
        return wave is null || await PlanAsync(what, wave, graphQL, context, ct) is not { } plan
            ? TroubleEndpoints.NotFound()
            : plan.Show(viewer, wave.Name, ConsultationLinks.Wave(id), "The survey", form, errors);
    }

    private static async Task<FormPlan?> PlanAsync(string what, ScheduledWave wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (what != WavePlans.Open)
            return WavePlans.Of(what, wave, []);
        var reply = await graphQL.ExecuteAsync(ChoicesDocument, new { editsSurveys = false, readsMetrics = true }, context, ct);
        return WavePlans.Of(what, wave, reply.Get<Connection<DenominatorSet>>("denominatorSets")?.Nodes ?? []);
    }

    private static async Task<(Viewer Viewer, ScheduledWave? Wave)> FindAsync(
        string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, params string[] anyOf)
    {
        var reply = await graphQL.ExecuteAsync(WaveDocument, new { id }, context, ct);
        return (Viewer.Of(reply, anyOf), reply.Get<ScheduledWave>("scheduledWave"));
    }
}
