using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff;

/// <summary>Coding one view: to a theme there is, to a new one, or to none with a reason.</summary>
internal static class StaffViewEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("Staff/StaffView.graphql");
    private static readonly string CodingDocument = GraphQLDocument.Read("Staff/Coding.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/StaffConsultation.graphql");
    private static readonly string NextViewDocument = GraphQLDocument.Read("Staff/NextView.graphql");
    private static readonly string CodeViewDocument = GraphQLDocument.Read("Staff/CodeView.graphql");
    private static readonly string OpenThemeDocument = GraphQLDocument.Read("Staff/OpenTheme.graphql");
    private static readonly string NotCodableDocument = GraphQLDocument.Read("Staff/MarkViewNotCodable.graphql");

    public static void MapStaffViews(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/consultations/{slug}/views/next", GoToNextAsync);
        pages.MapGet("/staff/consultations/{slug}/views/{viewId}", ShowAsync);
        pages.MapPost("/staff/consultations/{slug}/views/{viewId}", CodeAsync);
    }

    private static async Task<IResult> GoToNextAsync(
        string slug, string? dealtWith, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await graphQL.ExecuteAsync(ConsultationDocument, new { slug }, context, ct);
        if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(NextViewDocument, new { consultationId = consultation.Id }, context, ct);
        // The list may not know yet what was done a moment ago.
        var next = reply.Get<Connection<ViewId>>("views")?.Nodes.FirstOrDefault(view => view.Id != dealtWith);
        return Page.SeeOther(next is null
            ? $"{Links.StaffConsultation(slug)}?done={Uri.EscapeDataString(done ?? CodingDone.Nothing)}"
            : $"{Links.StaffView(slug, next.Id)}{(done is null ? "" : $"?done={Uri.EscapeDataString(done)}")}");
    }

    private static async Task<IResult> ShowAsync(string slug, string viewId, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        await RenderAsync(slug, viewId, new CodingForm(), [], graphQL, context, ct);

    private static async Task<IResult> CodeAsync(
        string slug, string viewId, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        var form = CodingForm.From(sent);
        var errors = sent.IsTrusted ? form.Check() : [FieldError.PageTooOld];
        if (errors.Count > 0)
            return await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);

        if (form.Theme == CodingForm.NotCodable)
        {
            errors = await mutation.SendAsync(NotCodableDocument, "markViewNotCodable",
                new { viewId, reason = form.Reason, idempotencyKey = form.Key, expectedVersion = form.Version }, context, ct);
            return errors.Count == 0 ? GoOn(slug, viewId, CodingDone.NotCodable) : await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);
        }

        var themeId = form.Theme;
        if (themeId == CodingForm.NewTheme)
        {
            var found = await graphQL.ExecuteAsync(Document, new { slug, viewId }, context, ct);
            if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation)
                return TroubleEndpoints.NotFound();
            (var opened, errors) = await mutation.MakeAsync(OpenThemeDocument, "openTheme", "theme",
                new { consultationId = consultation.Id, title = form.Title, summary = form.Summary, idempotencyKey = $"{form.Key}-theme" }, context, ct);
            if (opened is null || errors.Count > 0)
                return await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);
            themeId = opened;
        }

        errors = await mutation.SendAsync(CodeViewDocument, "codeView",
            new { viewId, themeId, idempotencyKey = form.Key, expectedVersion = form.Version }, context, ct);
        return errors.Count == 0 ? GoOn(slug, viewId, CodingDone.Coded) : await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);
    }

    private static IResult GoOn(string slug, string viewId, string done) => Page.SeeOther(Links.NextView(slug, viewId, done));

    private static async Task<IResult> RenderAsync(
        string slug, string viewId, CodingForm form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await graphQL.ExecuteAsync(Document, new { slug, viewId }, context, ct);
        if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation || found.Get<StaffView>("node") is not { Id: not null } view)
            return TroubleEndpoints.NotFound();
        var themes = await graphQL.ExecuteAsync(CodingDocument, new { consultationId = consultation.Id }, context, ct);
        return Page.Of<StaffViewPage>(
            new
            {
                Viewer = Viewer.Of(found),
                Consultation = consultation,
                View = view,
                Themes = themes.Get<Connection<Theme>>("themes")?.Nodes ?? [],
                Form = form,
                Errors = errors,
                Done = context.Request.Query["done"].ToString(),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private sealed record ViewId(string Id);
}
