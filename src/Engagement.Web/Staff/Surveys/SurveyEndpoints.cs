using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Surveys;

/// <summary>The surveys there are, and one of them with all its questions.</summary>
internal static class SurveyEndpoints
{
    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Surveys/SurveyList.graphql");
    private static readonly string UsesDocument = GraphQLDocument.Read("Staff/Surveys/SurveyUses.graphql");

    public static void MapSurveys(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(SurveyLinks.List, ListAsync);
        pages.MapGet(SurveyLinks.New, ShowNewAsync);
        pages.MapPost(SurveyLinks.New, BeginAsync);
        pages.MapGet("/staff/surveys/{id}", ShowAsync);
        pages.MapPost("/staff/surveys/{id}/move", MoveAsync);
    }

    private static async Task<IResult> ListAsync(
        string? search, string? after, SurveyDesks desks, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = await desks.WhoAsync(context, ct);
        search = string.IsNullOrWhiteSpace(search) ? null : search.Trim();
        // Whoever only reads is shown what is asked or will be: a draft is its editors' own.
        if (!viewer.May(SurveyDesks.Edit))
        {
            var reply = await graphQL.ExecuteAsync(UsesDocument, new { instrumentId = (string?)null, search, after }, context, ct);
            return Page.Of<SurveyUsesPage>(new { Viewer = viewer, Uses = reply.Get<Connection<SurveyUse>>("scheduledWaves")!, Search = search, IsFirst = after is null });
        }

        var surveys = (await graphQL.ExecuteAsync(ListDocument, new { search, after }, context, ct)).Get<Connection<InstrumentSummary>>("instruments")!;
        var rows = new List<SurveyRow>(surveys.Nodes.Count);
        foreach (var survey in surveys.Nodes)
        {
            var uses = survey.PublishedVersion is not null && viewer.May(SurveyDesks.Read)
                ? (await graphQL.ExecuteAsync(UsesDocument, new { instrumentId = survey.Id, search = (string?)null, after = (string?)null }, context, ct)).Get<Connection<SurveyUse>>("scheduledWaves")
                : null;
            rows.Add(new SurveyRow(survey, uses?.Nodes ?? []));
        }

        return Page.Of<SurveysPage>(new { Viewer = viewer, Rows = rows, surveys.PageInfo, Search = search, IsFirst = after is null, Done = DoneText(context) });
    }

    private static async Task<IResult> ShowNewAsync(SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        Page.Of<NewSurveyPage>(new { Viewer = await desks.WhoAsync(context, ct, edits: true), Key = FormKey.New() });

    private static async Task<IResult> BeginAsync(SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var viewer = await desks.WhoAsync(context, ct, edits: true);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (id, errors) = await editor.DraftAsync(form, context, ct);
        return id is not null
            ? Page.SeeOther(SurveyLinks.Survey(id, "begun"))
            : Page.Of<NewSurveyPage>(
                new { Viewer = viewer, Key = form[Mark.Key], SurveyTitle = form["title"], Errors = errors }, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ShowAsync(string id, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        desks.ShowAsync(id, context, desk => Show(desk, context, []), ct);

    private static async Task<IResult> MoveAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var up = form["up"].Length > 0;
        var key = up ? form["up"] : form["down"];
        return await desks.EditAsync(id, context, async desk =>
        {
            var mutation = desk.Survey.Current.Sections.Any(section => section.Key == key) ? "moveSection" : "moveQuestion";
            var errors = await editor.DoAsync(
                mutation, form, new { instrumentId = id, key, direction = up ? "UP" : "DOWN", expectedVersion = Mark.VersionOf(form) }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, at: key)) : await ShowAgainAsync(id, desks, errors, context, ct);
        }, ct);
    }

    /// <summary>The survey as it stands now, with what was refused.</summary>
    public static Task<IResult> ShowAgainAsync(string id, SurveyDesks desks, IReadOnlyList<FieldError> errors, HttpContext context, CancellationToken ct) =>
        desks.ShowAsync(id, context, desk => Show(desk, context, errors), ct);

    private static IResult Show(SurveyDesk desk, HttpContext context, IReadOnlyList<FieldError> errors) => Page.Of<SurveyPage>(
        new { Desk = desk, Errors = errors, Done = DoneText(context) },
        errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static string? DoneText(HttpContext context) => context.Request.Query["done"].ToString() switch
    {
        "begun" => "The survey is begun. Add its first question.",
        "question" => "The question is saved.",
        "section" => "The section is saved.",
        "removed" => "It is removed from the draft.",
        "version" => "You can change the questions now. People go on answering the version that is published.",
        "published" => "The version is published. A consultation can ask it now.",
        "discarded" => "The draft is discarded. What is published stays as it is.",
        "forgotten" => "The test run is over. Its answers are forgotten.",
        _ => null,
    };
}
