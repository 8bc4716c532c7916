using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Consultations;

/// <summary>The guided set-up of a consultation: a draft, a list of tasks, and the opening.</summary>
internal static class SetupEndpoints
{
    private static readonly string WavesDocument = GraphQLDocument.Read("Staff/Consultations/ConsultationWaves.graphql");
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string OpenWaveDocument = GraphQLDocument.Read("Staff/Consultations/OpenScheduledWave.graphql");

    public static void MapSetup(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(ConsultationLinks.New, ShowNewAsync);
        pages.MapPost(ConsultationLinks.New, DraftAsync);
        pages.MapGet("/staff/consultations/{slug}/setup", ShowAsync);
        // A refused opening leaves its address in the browser, where a reload asks for it.
        pages.MapGet("/staff/consultations/{slug}/setup/open", (string slug) => Page.SeeOther(ConsultationLinks.Setup(slug)));
        pages.MapPost("/staff/consultations/{slug}/setup/open", OpenAsync);
        pages.MapGet("/staff/consultations/{slug}/setup/{task}", ShowTaskAsync);
        pages.MapPost("/staff/consultations/{slug}/setup/{task}", DoTaskAsync);
    }

    private static async Task<IResult> ShowNewAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ShowDraft(await DrafterAsync(graphQL, context, ct));

    private static async Task<IResult> DraftAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await DrafterAsync(graphQL, context, ct);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = SetupPlans.Draft.Check(form);
        if (errors.Count > 0)
            return ShowDraft(viewer, form, errors);
        var reply = await graphQL.ExecuteAsync(SetupPlans.Draft.Document, new { input = SetupPlans.Draft.Input(form) }, context, ct);
        return reply.Get<Drafted>("draftConsultation") is { Consultation.Slug: var slug }
            ? Page.SeeOther($"{ConsultationLinks.Setup(slug)}?done=drafted")
            : ShowDraft(viewer, form, reply.PayloadErrors("draftConsultation"));
    }

    private static async Task<Viewer> DrafterAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), "consultations.edit");

    private static IResult ShowDraft(Viewer viewer, SubmittedForm? form = null, IReadOnlyList<FieldError>? errors = null) =>
        SetupPlans.Draft.Show(viewer, "A new consultation", Links.StaffConsultations, "All consultations", form, errors);

    private static async Task<IResult> ShowAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await RenderAsync(slug, null, [], graphQL, context, ct);

    private static async Task<IResult> RenderAsync(
        string slug, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await FindAsync(slug, graphQL, context, ct, "consultations.edit", "consultations.read-drafts");
        if (found is not { File: { } file, Viewer: var viewer })
            return TroubleEndpoints.NotFound();
        var isStale = errors.Any(error => error.Code == "STALE_VERSION");
        var opens = file.State is ConsultationState.Draft && viewer.May("consultations.edit");
        return Page.Of<SetupPage>(
            new
            {
                Viewer = viewer,
                File = file,
                Tasks = SetupTask.Of(file, found.Waves),
                Surveys = found.Waves.Where(wave => wave.Instrument is not null).DistinctBy(wave => wave.Instrument!.Id).ToList(),
                Open = opens ? SetupPlans.Open(file) : null,
                Told = opens ? await ConsultationEndpoints.ToldOfOpeningAsync(file, graphQL, context, ct) : null,
                Values = (Func<PlannedField, IReadOnlyList<string>>)(field => form is null ? field.First : form.All(field.Name)),
                Key = form?["_key"] is { Length: > 0 } key ? key : FormKey.New(),
                ShownVersion = form is not null && !isStale && int.TryParse(form["_version"], out var seen) ? seen : file.Version,
                Done = context.Request.Query["done"].ToString(),
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> OpenAsync(
        string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var found = await FindAsync(slug, graphQL, context, ct, "consultations.edit");
        if (found.File is not { } file)
            return TroubleEndpoints.NotFound();
        var plan = SetupPlans.Open(file);
        var errors = plan.Check(form);
        if (errors.Count == 0)
            errors = await mutation.SendAsync(plan.Document, plan.Mutation, plan.Input(form), context, ct);
        if (errors.Count > 0)
            return await RenderAsync(slug, form, [.. errors.Select(error => PointAtTask(error, slug))], graphQL, context, ct);

        var areOpen = await OpenWavesAsync(found.Waves, form["_key"], mutation, context, ct);
        return Page.SeeOther($"{Links.StaffConsultation(slug)}?done={(areOpen ? "opened" : "opened-alone")}");
    }

    /// <summary>Opens its surveys with it, so that nobody comes to a consultation that cannot be answered. False where one of them could not be.</summary>
    private static async Task<bool> OpenWavesAsync(
        IReadOnlyList<ScheduledWave> waves, string key, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var areOpen = true;
        foreach (var wave in waves.Where(wave => wave.Wave is null))
        {
            var refused = await mutation.SendAsync(
                OpenWaveDocument, "openScheduledWave", new { waveId = wave.Id, expectedVersion = wave.Version, idempotencyKey = $"{key}-{wave.Id}" }, context, ct);
            areOpen &= refused.Count == 0;
        }

        return areOpen;
    }

    /// <summary>What is missing stands beside the task that adds it, and leads to it.</summary>
    private static FieldError PointAtTask(FieldError error, string slug) => SetupTask.ForRefusal(error.Code) switch
    {
        null => error,
        var task => error with { Field = ConsultationLinks.Task(slug, task) },
    };

    private static async Task<IResult> ShowTaskAsync(string slug, string task, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await RenderTaskAsync(slug, task, null, null, graphQL, context, ct);

    private static async Task<IResult> DoTaskAsync(
        string slug, string task, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var found = await FindAsync(slug, graphQL, context, ct, PermissionFor(task));
        if (found.Plan(task) is not { } plan)
            return TroubleEndpoints.NotFound();
        var errors = plan.Check(form);
        if (errors.Count == 0)
            errors = await mutation.SendAsync(plan.Document, plan.Mutation, plan.Input(form), context, ct);
        return errors.Count == 0
            ? Page.SeeOther($"{ConsultationLinks.Setup(slug)}?done={task}")
            : await RenderTaskAsync(slug, task, form, errors, graphQL, context, ct);
    }

    private static async Task<IResult> RenderTaskAsync(
        string slug, string task, SubmittedForm? form, IReadOnlyList<FieldError>? errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await FindAsync(slug, graphQL, context, ct, PermissionFor(task));
        return found.Plan(task)?.Show(found.Viewer, found.File!.Title, ConsultationLinks.Setup(slug), "The set-up", form, errors) ?? TroubleEndpoints.NotFound();
    }

    private static string PermissionFor(string task) => task == SetupTask.Survey ? "waves.run" : "consultations.edit";

    private static async Task<Found> FindAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, params string[] anyOf)
    {
        var (viewer, file) = await ConsultationEndpoints.FindAsync(slug, graphQL, context, ct, anyOf);
        if (file is null)
            return new Found(viewer, null, [], []);
        var reply = await graphQL.ExecuteAsync(WavesDocument, new { consultationId = file.Id, editsSurveys = viewer.May("surveys.edit") }, context, ct);
        return new Found(
            viewer,
            file,
            reply.Get<Connection<ScheduledWave>>("scheduledWaves")?.Nodes ?? [],
            reply.Get<Connection<InstrumentChoice>>("instruments")?.Nodes ?? []);
    }

    private sealed record Found(Viewer Viewer, ConsultationFile? File, IReadOnlyList<ScheduledWave> Waves, IReadOnlyList<InstrumentChoice> Instruments)
    {
        public FormPlan? Plan(string task) => File is null ? null : SetupPlans.Of(task, File, Waves, Instruments);
    }

    private sealed record Drafted(DraftedConsultation? Consultation);

    private sealed record DraftedConsultation(string Slug);
}
