using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff;

/// <summary>A loop, from the decision to the published entry.</summary>
internal static class LoopEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Staff/Loop.graphql");
    private static readonly string OpenDocument = GraphQLDocument.Read("Staff/OpenLoop.graphql");
    private static readonly Dictionary<string, LoopStep> Steps = LoopStep.All.ToDictionary(step => step.Name);

    public static void MapLoops(this IEndpointRouteBuilder pages)
    {
        pages.MapPost("/staff/consultations/{slug}/loops", OpenAsync);
        pages.MapGet("/staff/loops/{id}", ShowAsync);
        pages.MapPost("/staff/loops/{id}/{step}", TakeStepAsync);
    }

    private static async Task<IResult> OpenAsync(string slug, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return Page.SeeOther(Links.StaffConsultation(slug));
        var (id, errors) = await mutation.MakeAsync(OpenDocument, "openLoop", "loop", new { themeId = form["_theme"] }, context, ct);
        return id is null ? Page.Of<RefusedPage>(new { Errors = errors, BackTo = Links.StaffConsultation(slug) }, StatusCodes.Status422UnprocessableEntity)
            : Page.SeeOther(Links.Loop(id));
    }

    private static async Task<IResult> ShowAsync(string id, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await RenderAsync(id, LoopForm.None, [], graphQL, context, ct);

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (!Steps.TryGetValue(step, out var known))
            return TroubleEndpoints.NotFound();
        var sent = await SubmittedForm.ReadAsync(context, ct);
        var form = LoopForm.From(step, sent);
        var errors = sent.IsTrusted ? known.Check(form) : [FieldError.PageTooOld];
        if (errors.Count == 0)
            errors = await SendAsync(id, known, form, graphQL, mutation, context, ct);
        return errors.Count == 0
            ? Page.SeeOther($"{Links.Loop(id)}?done={step}")
            : await RenderAsync(id, form, [.. errors.Select(known.PointAtField)], graphQL, context, ct);
    }

    private static async Task<IReadOnlyList<FieldError>> SendAsync(
        string id, LoopStep step, LoopForm form, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var errors = await SendAtAsync(form.Version);
        if (errors.All(e => e.Code != "STALE_VERSION"))
            return errors;

        // Soon after an entry is published the platform itself tells the people who said it. An officer still on the page has
        // missed nothing by that, so their step is not refused for it; for anything else that happened meanwhile it is.
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        return reply.Get<LoopDetails>("loop") is { State: LoopState.Told } now && now.Version == form.Version + 1
            ? await SendAtAsync(now.Version)
            : errors;

        Task<IReadOnlyList<FieldError>> SendAtAsync(int? version) =>
            mutation.SendAsync(step.Document, step.Mutation, step.Input(id, form, version), context, ct);
    }

    private static async Task<IResult> RenderAsync(
        string id, LoopForm form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(Document, new { id }, context, ct);
        return reply.Get<LoopDetails>("loop") is { } loop
            ? Page.Of<LoopPage>(
                new { Viewer = Viewer.Of(reply), Loop = loop, Form = form, Errors = errors, Done = context.Request.Query["done"].ToString() },
                errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : TroubleEndpoints.NotFound();
    }
}
