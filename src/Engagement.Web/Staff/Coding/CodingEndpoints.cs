using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Staff.Coding;

/// <summary>
/// The coding board: the views of a consultation beside its codebook. Each view is coded to themes there are, to a new one, or to none with a reason: by a
/// form, or by keys, whose script sends the same form and is answered with JSON.
/// </summary>
internal static class CodingEndpoints
{
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");
    private static readonly string ConsultationDocument = GraphQLDocument.Read("Staff/StaffConsultation.graphql");
    private static readonly string BoardDocument = GraphQLDocument.Read("Staff/Coding/CodingBoard.graphql");
    private static readonly string CodedViewDocument = GraphQLDocument.Read("Staff/Coding/CodedView.graphql");
    private static readonly string NextViewDocument = GraphQLDocument.Read("Staff/Coding/NextView.graphql");

    public static void MapCoding(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/staff/consultations/{slug}/views/next", GoToNextAsync);
        // A view has an address of its own, which opens the board at it, whatever its state.
        pages.MapGet("/staff/consultations/{slug}/views/{viewId}", (string slug, string viewId) =>
            Page.SeeOther(Links.With(CodingLinks.Board(slug), ("state", BoardFilter.AnyState), ("view", viewId))));
        pages.MapGet("/staff/consultations/{slug}/coding", ShowAsync);
        pages.MapPost("/staff/consultations/{slug}/coding/views/{viewId}", DecideAsync);
        BoardCompany.Map(pages);
        pages.MapSeveralViews();
        pages.MapSecondCoding();
    }

    /// <summary>What is coded at an address: the views of a consultation, or those that were said outside any.</summary>
    private static async Task<(Viewer Viewer, StaffConsultation? Consultation)> FindBoardAsync(
        string slug, string permission, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) => slug == StaffConsultation.Outside.Slug
        ? (Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), permission), StaffConsultation.Outside)
        : await FindAsync(slug, permission, graphQL, context, ct);

    /// <summary>The consultation of an address, for whoever may read or do what is named.</summary>
    internal static async Task<(Viewer Viewer, StaffConsultation? Consultation)> FindAsync(
        string slug, string permission, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(ConsultationDocument, new { slug }, context, ct);
        return (Viewer.Of(reply, permission), reply.Get<StaffConsultation>("consultationBySlug"));
    }

    private static async Task<IResult> GoToNextAsync(
        string slug, string? dealtWith, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (_, consultation) = await FindBoardAsync(slug, "views.read", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(NextViewDocument, new { consultationId = consultation.Id, outside = consultation.IsOutside }, context, ct);
        // The list may not know yet what was done a moment ago.
        var next = reply.Get<Connection<ViewId>>("views")?.Nodes.FirstOrDefault(view => view.Id != dealtWith);
        return Page.SeeOther(next is null
            ? $"{(consultation.IsOutside ? CodingLinks.Board(slug) : Links.StaffConsultation(slug))}?done={Uri.EscapeDataString(done ?? CodingDone.Nothing)}"
            : Links.With(CodingLinks.Board(slug), ("view", next.Id), ("done", done), ("dealt", dealtWith)));
    }

    private static Task<IResult> ShowAsync(string slug, string? view, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        RenderAsync(slug, BoardFilter.Of(context.Request), view, null, [], graphQL, context, ct);

    private static async Task<IResult> DecideAsync(
        string slug, string viewId, IEngagementGraphQL graphQL, CodingDecisions decisions, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        var form = CodingForm.From(sent);
        var (_, consultation) = await FindBoardAsync(slug, "views.code", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var errors = sent.IsTrusted ? form.Check() : [FieldError.PageTooOld];
        string? opened = null;
        if (errors.Count == 0)
            (errors, opened) = await decisions.SendAsync(consultation.Id, viewId, form, context, ct);

        if (context.Request.Headers.Accept == "application/json")
            return await AnswerKeyAsync(viewId, form, opened, errors, graphQL, context, ct);
        if (errors.Count == 0)
            return Page.SeeOther(Then(slug, viewId, form));
        var back = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(form.Back);
        return await RenderAsync(slug, BoardFilter.Of(name => back.GetValueOrDefault(name).ToString()), viewId, form, errors, graphQL, context, ct);
    }

    /// <summary>Where a form leads that was accepted: on to the next view, or to the same one where nothing was decided on it as a whole.</summary>
    private static string Then(string slug, string viewId, CodingForm form)
    {
        var (done, stays) = form.Do switch
        {
            CodingForm.NotCodable => (CodingDone.NotCodable, false),
            CodingForm.Undo => (CodingDone.Undone, true),
            CodingForm.Reject => (CodingDone.Rejected, true),
            CodingForm.Save when form.Given.Count == 0 => (CodingDone.TakenOff, false),
            _ => (CodingDone.Coded, false),
        };
        var given = form.Do is CodingForm.Save ? form.Given : form.Do is CodingForm.Accept ? form.Themes : [];
        if (stays)
            return At(form.Back, ("view", viewId), ("done", done), ("dealt", viewId));
        return form.Then.Length == 0 ? Links.NextView(slug, viewId, done) : At(form.Then, ("done", done), ("dealt", viewId), ("given", string.Join(' ', given)));

        string At(string query, params (string Name, string Value)[] also)
        {
            var parts = also.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}");
            return $"{CodingLinks.Board(slug)}?{string.Join('&', parts.Prepend(query.TrimStart('?')).Where(part => part.Length > 0))}";
        }
    }

    /// <summary>What a key did, or why it did nothing and what is true of the view now.</summary>
    private static async Task<IResult> AnswerKeyAsync(
        string viewId, CodingForm form, string? opened, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (errors.Count == 0)
            return TypedResults.Json(new { opened = opened is null ? null : new NamedTheme(opened, form.Title) });
        if (errors[0] == FieldError.PageTooOld)
            return TypedResults.Json(new { code = errors[0].Code, message = "This page was open for a long time" }, statusCode: StatusCodes.Status422UnprocessableEntity);
        var reply = await graphQL.ExecuteAsync(CodedViewDocument, new { viewId }, context, ct);
        var view = reply.Get<CodedView>("node");
        return TypedResults.Json(
            new
            {
                code = errors[0].Code,
                message = errors[0].Message,
                view = view is null ? null : new { view.Version, state = view.State.ToString(), words = view.State.Words(), themes = view.Themes.Select(theme => new { theme.Id, theme.Title }) },
            },
            statusCode: StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> RenderAsync(
        string slug,
        BoardFilter filter,
        string? viewId,
        CodingForm? form,
        IReadOnlyList<FieldError> errors,
        IEngagementGraphQL graphQL,
        HttpContext context,
        CancellationToken ct)
    {
        var (viewer, consultation) = await FindBoardAsync(slug, "views.read", graphQL, context, ct);
        if (consultation is null)
            return TroubleEndpoints.NotFound();
        var reply = await graphQL.ExecuteAsync(
            BoardDocument,
            new
            {
                consultationId = consultation.Id,
                outside = consultation.IsOutside,
                questionsOf = consultation.Id ?? "",
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
                viewId = viewId ?? "",
                opensOne = viewId is not null,
                mayCode = viewer.CodesViews,
            },
            context, ct);
        var views = reply.Get<Connection<BoardView>>("views") ?? new Connection<BoardView>([]);
        // The list may not know yet what was done a moment ago.
        var dealt = context.Request.Query["dealt"].ToString();
        if (filter.OnlyToCode && dealt.Length > 0 && dealt != viewId)
            views = views with { Nodes = [.. views.Nodes.Where(view => view.Id != dealt)] };
        var opened = viewId is not null ? reply.Get<BoardView>("node") : views.Nodes is [var first, ..] ? first : null;
        if (viewId is not null && opened is not { Id: not null })
            return TroubleEndpoints.NotFound();

        return Page.Of<CodingBoardPage>(
            new
            {
                Viewer = viewer,
                Consultation = consultation,
                Filter = filter,
                Views = views,
                Opened = opened,
                Unread = reply.Get<Count>("unread")?.TotalCount ?? 0,
                All = reply.Get<Count>("all")?.TotalCount ?? 0,
                Codebook = Codebook(reply),
                Questions = reply.Get<IReadOnlyList<AnsweredQuestion>>("answeredQuestions") ?? [],
                Others = viewer.CodesViews && opened is not null && consultation.Id is { } id
                    ? await context.RequestServices.GetRequiredService<BoardCompany>().OfAsync(id, opened.Id, null, leaves: false, context, ct)
                    : [],
                Coder = reply.Get<Coder>("me")?.Person?.Id,
                Form = form,
                Errors = errors,
                Done = BoardDone.Of(context.Request.Query),
            },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The consultation's own themes first, as they were opened, so that a theme keeps its place while somebody codes.</summary>
    internal static IReadOnlyList<CodebookTheme> Codebook(GraphQLReply reply) =>
    [
        .. reply.Get<Connection<CodebookTheme>>("themes")?.Nodes ?? [],
        .. (reply.Get<Connection<CodebookTheme>>("standing")?.Nodes ?? []).Select(theme => theme with { IsStanding = true }),
    ];

    private sealed record ViewId(string Id);

    private sealed record CodedView(string Id, ViewState State, int Version, IReadOnlyList<NamedTheme> Themes);
}
