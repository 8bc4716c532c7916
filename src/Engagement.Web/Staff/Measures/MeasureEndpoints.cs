using System.Globalization;
using System.Text;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Measures;

/// <summary>The measures of the plan: what they say, how they stand, and reporting them.</summary>
internal static class MeasureEndpoints
{
    private const string Read = "measures.read";
    private const string Report = "measures.report";
    private const int LargestFile = 1_000_000;

    private static readonly string ListDocument = GraphQLDocument.Read("Staff/Measures/Measures.graphql");
    private static readonly string Document = GraphQLDocument.Read("Staff/Measures/Measure.graphql");
    private static readonly string LoadDocument = GraphQLDocument.Read("Staff/Measures/LoadMeasures.graphql");
    private static readonly string ImportDocument = GraphQLDocument.Read("Staff/Measures/ImportActuals.graphql");
    private static readonly string RunsDocument = GraphQLDocument.Read("Staff/Measures/RunsOfSurveys.graphql");
    private static readonly string SurveyDocument = GraphQLDocument.Read("Staff/Measures/SurveyToName.graphql");
    private static readonly string MeDocument = GraphQLDocument.Read("Staff/StaffMe.graphql");

    public static void MapMeasures(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(MeasureLinks.List, ListAsync);
        pages.MapPost(MeasureLinks.List, LoadAsync);
        pages.MapGet(MeasureLinks.Import, ShowImportAsync);
        pages.MapPost(MeasureLinks.Import, ImportAsync);
        pages.MapGet("/staff/measures/{id}", ShowAsync);
        pages.MapGet("/staff/measures/{id}/{step}", ShowStepAsync);
        pages.MapPost("/staff/measures/{id}/{step}", TakeStepAsync);
    }

    private static Task<IResult> ListAsync(
        string? words, string? area, string? rating, string? unclear, string? after, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        ShowListAsync(MeasuresAsked.Of(words, area, rating, unclear), after, done, [], graphQL, context, ct);

    private static async Task<IResult> ShowListAsync(
        MeasuresAsked asked, string? after, string? done, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(
            ListDocument, new { words = asked.Words, area = asked.Area, rating = asked.Rating, onlyUnclear = asked.Unclear, after }, context, ct);
        return Page.Of<MeasureListPage>(
            new
            {
                Viewer = Viewer.Of(reply, Read),
                Found = reply.Get<MeasureRows>("measures") ?? new MeasureRows(0, [], null),
                Asked = asked,
                Key = FormKey.New(),
                IsFirst = after is null,
                Done = done,
                Errors = errors,
            },
            errors.Status());
    }

    private static async Task<IResult> LoadAsync(IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted
            ? await mutation.SendAsync(LoadDocument, "loadMeasures", new { idempotencyKey = form.OrNull("key") }, context, ct)
            : [FieldError.PageTooOld];
        return errors.Count == 0
            ? Page.SeeOther($"{MeasureLinks.List}?done=loaded")
            : await ShowListAsync(MeasuresAsked.Of(null, null, null, null), null, null, errors, graphQL, context, ct);
    }

    private static async Task<IResult> ShowImportAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        Import(Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), Report), null, []);

    private static async Task<IResult> ImportAsync(IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var viewer = Viewer.Of(await graphQL.ExecuteAsync(MeDocument, null, context, ct), Report);
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (file, error) = await ReadFileAsync(form, context, ct);
        if (error is not null)
            return Import(viewer, null, [error]);
        var reply = await graphQL.ExecuteAsync(ImportDocument, new { input = new { file, idempotencyKey = FormKey.New() } }, context, ct);
        return reply.Get<FileTaken>("importActuals")?.ImportReport switch
        {
            null => Import(viewer, null, reply.PayloadErrors("importActuals")),
            { Problems.Count: 0 } report => Page.SeeOther(
                Links.With(MeasureLinks.List, ("done", string.Create(CultureInfo.InvariantCulture, $"taken-{report.Taken}")))),
            { } report => Import(
                viewer,
                report,
                [new FieldError(report.Problems.Count == 1 ? "No figure was taken: 1 thing is wrong in the file" : $"No figure was taken: {report.Problems.Count:N0} things are wrong in the file", "problems")]),
        };
    }

    private static async Task<(string File, FieldError? Error)> ReadFileAsync(SubmittedForm form, HttpContext context, CancellationToken ct)
    {
        if (!form.IsTrusted)
            return ("", FieldError.PageTooOld);
        if (context.Request.Form.Files["file"] is not { Length: > 0 } sent)
            return ("", new FieldError("Choose the file with the figures", "file"));
        if (sent.Length > LargestFile)
            return ("", new FieldError("The file is too large. Divide it into files of 1 MB or less", "file"));
        using var reader = new StreamReader(sent.OpenReadStream(), Encoding.UTF8);
        return (await reader.ReadToEndAsync(ct), null);
    }

    private static IResult Import(Viewer viewer, FileReport? report, IReadOnlyList<FieldError> errors) =>
        Page.Of<ImportFiguresPage>(new { Viewer = viewer, Report = report, Errors = errors }, errors.Status());

    private static Task<IResult> ShowAsync(string id, string? asAt, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        DateOnly? day = DateOnly.TryParseExact(asAt, "yyyy-MM-dd", out var asked) && asked < DateOnly.MaxValue ? asked : null;
        return MeasureAsync(id, day, done, graphQL, context, ct);
    }

    private static async Task<IResult> MeasureAsync(string id, DateOnly? day, string? done, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await ReadAsync(id, day, graphQL, context, ct);
        var viewer = Viewer.Of(reply, Read);
        if (reply.Get<PlanMeasure>("measure") is { } measure)
            return Page.Of<MeasurePage>(new { Viewer = viewer, Measure = measure, AsAt = day, Done = done });
        // There may be one today although none was on record then.
        return day is not null && (await ReadAsync(id, null, graphQL, context, ct)).Get<PlanMeasure>("measure") is { } now
            ? Page.Of<MeasurePage>(new { Viewer = viewer, Measure = now, NotYetOn = day })
            : TroubleEndpoints.NotFound();
    }

    private static Task<IResult> ShowStepAsync(
        string id, string step, string? period, string? wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        StepAsync(id, step, period, wave, null, [], graphQL, context, ct);

    private static async Task<IResult> TakeStepAsync(
        string id, string step, IEngagementGraphQL graphQL, StaffMutation mutation, HttpContext context, CancellationToken ct)
    {
        if (MeasureStep.All.FirstOrDefault(one => one.Name == step) is not { } taken)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var errors = form.IsTrusted ? [.. taken.Check(form)] : new List<FieldError> { FieldError.PageTooOld };
        if (errors.Count == 0)
        {
            var input = taken.Input(form);
            input["measureId"] = id;
            input["expectedVersion"] = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
            input["idempotencyKey"] = form.OrNull("key");
            var refusals = await mutation.SendAsync(taken.Document, taken.Mutation, input, context, ct);
            errors.AddRange(refusals.Select(error => error with { Field = error.Field?.Replace('.', '-') }));
        }

        return errors.Count == 0
            ? Page.SeeOther($"{MeasureLinks.Of(id)}?done={step}")
            : await StepAsync(id, step, form["period"], form["wave"], form, errors, graphQL, context, ct);
    }

    private static Task<IResult> StepAsync(
        string id, string step, string? period, string? wave, SubmittedForm? form, IReadOnlyList<FieldError> errors, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (MeasureStep.All.FirstOrDefault(one => one.Name == step) is not { } shown)
            return Task.FromResult(TroubleEndpoints.NotFound());
        return WithAsync(
            id,
            shown.Permission,
            graphQL,
            context,
            async (measure, viewer) =>
            {
                var of = measure.PeriodOf(period);
                if (shown.OfPeriod && of is null)
                    return TroubleEndpoints.NotFound();
                if (shown.Also is { } also && !viewer.May(also))
                    throw new NotAllowedException();
                return Page.Of<MeasureStepPage>(
                    new
                    {
                        Viewer = viewer,
                        Measure = measure,
                        Of = new StepShown(shown),
                        Period = of,
                        Fields = form is null ? new Fields(name => name switch { "wave" => wave ?? "", "phase" => measure.Survey?.Phase?.Code ?? "", _ => "" }) : new Fields(name => form[name]),
                        Ticked = form?.All("statements") ?? measure.Survey?.Statements ?? [],
                        Runs = shown.Also is null ? [] : await RunsAsync(shown.Name == "wave" ? measure.Survey?.InstrumentId : null, graphQL, context, ct),
                        Survey = string.IsNullOrEmpty(wave) ? null : (await graphQL.ExecuteAsync(SurveyDocument, new { id = wave }, context, ct)).Get<RunWithSurvey>("wave")?.Instrument,
                        Errors = errors,
                    },
                    errors.Status());
            },
            ct);
    }

    private static async Task<IReadOnlyList<RunOfSurvey>> RunsAsync(string? instrument, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        (await graphQL.ExecuteAsync(RunsDocument, new { instrumentId = instrument }, context, ct)).Get<Connection<RunOfSurvey>>("scheduledWaves")?.Nodes ?? [];

    private static Task<GraphQLReply> ReadAsync(string id, DateOnly? asAt, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct) =>
        graphQL.ExecuteAsync(Document, new { id, asAt = asAt is { } day ? Dates.Machine(Dates.EndOf(day)) : null }, context, ct);

    private static async Task<IResult> WithAsync(
        string id, string permission, IEngagementGraphQL graphQL, HttpContext context, Func<PlanMeasure, Viewer, Task<IResult>> show, CancellationToken ct)
    {
        var reply = await ReadAsync(id, null, graphQL, context, ct);
        var viewer = Viewer.Of(reply, permission);
        return reply.Get<PlanMeasure>("measure") is { } measure ? await show(measure, viewer) : TroubleEndpoints.NotFound();
    }
}
