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
    private static readonly string ThemesDocument = GraphQLDocument.Read("Staff/Themes.graphql");
    private static readonly string CodeViewDocument = GraphQLDocument.Read("Staff/CodeView.graphql");
    private static readonly string OpenThemeDocument = GraphQLDocument.Read("Staff/OpenTheme.graphql");
    private static readonly string NotCodableDocument = GraphQLDocument.Read("Staff/MarkViewNotCodable.graphql");

    public static void MapStaffViews(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/consultations/{slug}/views/{viewId}", ShowAsync);
        pages.MapPost("/staff/consultations/{slug}/views/{viewId}", CodeAsync);
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
            return errors.Count == 0 ? Done(slug, "not-codable") : await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);
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
        return errors.Count == 0 ? Done(slug, "coded") : await RenderAsync(slug, viewId, form, errors, graphQL, context, ct);
    }

    private static IResult Done(string slug, string what) => Page.SeeOther($"{Links.StaffConsultation(slug, nameof(ViewState.Unread))}&done={what}");

    private static async Task<IResult> RenderAsync(
        string slug, string viewId, CodingForm form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = await graphQL.ExecuteAsync(Document, new { slug, viewId }, context, ct);
        if (found.Get<StaffConsultation>("consultationBySlug") is not { } consultation || found.Get<StaffView>("node") is not { Id: not null } view)
            return TroubleEndpoints.NotFound();
        var themes = await graphQL.ExecuteAsync(ThemesDocument, new { consultationId = consultation.Id }, context, ct);
        return Page.Of<StaffViewPage>(
            new
            {
                Viewer = found.Get<Viewer>("me"),
                Consultation = consultation,
                View = view,
                Themes = themes.Get<IReadOnlyList<Theme>>("themes") ?? [],
                Form = form,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
