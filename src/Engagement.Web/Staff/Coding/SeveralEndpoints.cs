using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Engagement.Web.Staff.Coding;

/// <summary>Several views at once: chosen by ticking or by the filter, looked at before anything happens, done together or not at all, and undone together.</summary>
internal static class SeveralEndpoints
{
    private const string AllFound = "found";
    private const string TakeOff = "off";

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Coding/SeveralViews.graphql");
    private static readonly string ChosenDocument = GraphQLDocument.Read("Staff/Coding/ChosenViews.graphql");
    private static readonly string CodebookDocument = GraphQLDocument.Read("Staff/Coding/Codebook.graphql");
    private static readonly string CodeDocument = GraphQLDocument.Read("Staff/Coding/CodeViews.graphql");
    private static readonly string UncodeDocument = GraphQLDocument.Read("Staff/Coding/UncodeViews.graphql");

    public static void MapSeveralViews(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/consultations/{slug}/coding/several", (string slug, IEngagementGraphQL g, HttpContext c, CancellationToken ct) =>
            ShowAsync(slug, BoardFilter.Of(c.Request), Fields.None, [], [], g, c, ct));
        pages.MapPost("/staff/consultations/{slug}/coding/several/preview", PreviewAsync);
        pages.MapPost("/staff/consultations/{slug}/coding/several", DoAsync);
    }

    private static async Task<IResult> ShowAsync(
        string slug, BoardFilter filter, Fields fields, IReadOnlyList<string> ticked, List<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, consultation) = await CodingEndpoints.FindAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        return Page.Of<SeveralPage>(
            new
            {
                Viewer = viewer,
                Consultation = consultation,
                Filter = filter,
                Views = await ListAsync(consultation, filter, graphQL, context, ct),
                Codebook = await CodebookAsync(consultation, graphQL, context, ct),
                Fields = fields,
                Ticked = ticked,
                Errors = errors,
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> PreviewAsync(string slug, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var query = QueryHelpers.ParseQuery(form["_back"]);
        var filter = BoardFilter.Of(name => query.GetValueOrDefault(name).ToString());
        var (viewer, consultation) = await CodingEndpoints.FindAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var theme = (await CodebookAsync(consultation, graphQL, context, ct)).FirstOrDefault(theme => theme.Id == form["themeId"]);
        var errors = new List<FieldError>();
        if (!form.IsTrusted)
            errors.Add(FieldError.PageTooOld);
        if (form["which"] != AllFound && form.All("viewIds").Count == 0)
            errors.Add(new FieldError("Choose at least one view", "viewIds"));
        if (theme is null)
            errors.Add(new FieldError("Choose a theme", "themeId"));
        if (form["what"] == TakeOff && form["why"].Length == 0)
            errors.Add(new FieldError("Write why these views do not belong to the theme", "why"));
        if (errors.Count > 0)
            return await ShowAsync(slug, filter, new Fields(name => form[name]), form.All("viewIds"), errors, graphQL, context, ct);

        var (chosen, more) = form["which"] == AllFound
            ? await FoundAsync(consultation, filter with { After = null }, graphQL, context, ct)
            : (await ChosenAsync([.. form.All("viewIds").Distinct().Take(SeveralPreview.Most)], graphQL, context, ct), 0);
        var plan = new SeveralPlan(form["what"] == TakeOff, new NamedTheme(theme!.Id, theme.Title), form["why"]);
        return Page.Of<SeveralPreviewPage>(new { Viewer = viewer, Consultation = consultation, Filter = filter, Preview = SeveralPreview.Of(plan, chosen, more) });
    }

    private static async Task<IResult> DoAsync(string slug, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (viewer, consultation) = await CodingEndpoints.FindAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var plan = new SeveralPlan(form["what"] == TakeOff, new NamedTheme(form["themeId"], form["themeTitle"]), form["why"]);
        var viewIds = form["viewIds"].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var errors = !form.IsTrusted
            ? [FieldError.PageTooOld]
            : plan.TakesOff
                ? await mutation.SendAsync(UncodeDocument, "uncodeViews", new { themeId = plan.Theme.Id, viewIds, why = plan.Why, idempotencyKey = form["_key"] }, context, ct)
                : await mutation.SendAsync(CodeDocument, "codeViews", new { themeId = plan.Theme.Id, viewIds, idempotencyKey = form["_key"] }, context, ct);
        var back = QueryHelpers.ParseQuery(form["_back"]);
        // No redirect here: an address cannot hold all the views that the undoing needs. Sent again, the same request changes nothing and is answered the same.
        return Page.Of<SeveralDonePage>(
            new
            {
                Viewer = viewer,
                Consultation = consultation,
                Filter = BoardFilter.Of(name => back.GetValueOrDefault(name).ToString()),
                Plan = plan,
                ViewIds = viewIds,
                IsUndone = form["_undo"].Length > 0,
                Errors = errors.Select(error => error with { Field = null }).ToList(),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Connection<BoardView>> ListAsync(StaffConsultation consultation, BoardFilter filter, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(
            ListDocument,
            new
            {
                consultationId = consultation.Id,
                state = filter.StateInSchema,
                source = filter.Source,
                district = filter.District,
                audience = filter.Audience,
                proxy = filter.IsProxy,
                themeId = filter.Theme,
                instrumentId = filter.InstrumentId,
                question = filter.QuestionKey,
                words = filter.Words,
                after = filter.After,
            },
            context, ct);
        return reply.Get<Connection<BoardView>>("views") ?? new Connection<BoardView>([]);
    }

    /// <summary>As many of those that are found as can be changed together, and how many there are beside them.</summary>
    private static async Task<(IReadOnlyList<BoardView> Views, int More)> FoundAsync(
        StaffConsultation consultation, BoardFilter filter, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var found = new List<BoardView>();
        var total = 0;
        while (found.Count < SeveralPreview.Most)
        {
            var page = await ListAsync(consultation, filter, graphQL, context, ct);
            found.AddRange(page.Nodes);
            total = page.TotalCount;
            if (page.PageInfo is not { HasNextPage: true, EndCursor: { } cursor })
                break;
            filter = filter with { After = cursor };
        }

        return ([.. found.Take(SeveralPreview.Most)], Math.Max(0, total - SeveralPreview.Most));
    }

    private static async Task<IReadOnlyList<BoardView>> ChosenAsync(IReadOnlyList<string> ids, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var chosen = new List<BoardView>();
        foreach (var some in ids.Chunk(50))
        {
            var reply = await graphQL.ExecuteAsync(ChosenDocument, new { ids = some }, context, ct);
            chosen.AddRange((reply.Get<IReadOnlyList<BoardView?>>("nodes") ?? []).OfType<BoardView>().Where(view => view.Id is not null));
        }

        return chosen;
    }

    private static async Task<IReadOnlyList<CodebookTheme>> CodebookAsync(StaffConsultation consultation, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        CodingEndpoints.Codebook(await graphQL.ExecuteAsync(CodebookDocument, new { consultationId = consultation.Id }, context, ct));
}
