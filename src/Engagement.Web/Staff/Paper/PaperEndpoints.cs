using System.Globalization;
using System.Text;
using Engagement.Web.Consultations;
using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Staff.Consultations;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Staff.Paper;

/// <summary>Forms that came on paper: typed in by one person and checked by another, or imported as a file.</summary>
internal static class PaperEndpoints
{
    private const int LargestFile = 8_000_000;

    private static readonly string SurveysDocument = GraphQLDocument.Read("Staff/Paper/PaperSurveys.graphql");
    private static readonly string FormsDocument = GraphQLDocument.Read("Staff/Paper/PaperForms.graphql");
    private static readonly string QuestionsDocument = GraphQLDocument.Read("Staff/Paper/PaperQuestions.graphql");
    private static readonly string KeyDocument = GraphQLDocument.Read("Staff/Paper/KeyPaperForm.graphql");
    private static readonly string ImportDocument = GraphQLDocument.Read("Staff/Paper/ImportPaperBatch.graphql");

    public static void MapStaffPaper(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(PaperLinks.All, ListAsync);
        pages.MapGet("/staff/paper/{wave}", ShowAsync);
        pages.MapGet("/staff/paper/{wave}/form", ShowFormAsync);
        pages.MapPost("/staff/paper/{wave}/form", KeyAsync);
        pages.MapGet("/staff/paper/{wave}/import", ShowImportAsync);
        pages.MapPost("/staff/paper/{wave}/import", ImportAsync);
        pages.MapGet("/staff/paper/{wave}/template.csv", DownloadAsync);
    }

    private static async Task<IResult> ListAsync(string? search, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(SurveysDocument, new { search = string.IsNullOrWhiteSpace(search) ? null : search, after }, context, ct);
        return Page.Of<PaperSurveysPage>(new
        {
            Viewer = Viewer.Of(reply, "paper.key"),
            Waves = reply.Get<Connection<ScheduledWave>>("scheduledWaves") ?? new Connection<ScheduledWave>([]),
            Search = search,
            IsFirst = after is null,
        });
    }

    private static async Task<IResult> ShowAsync(string wave, string? after, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var reply = await graphQL.ExecuteAsync(FormsDocument, new { waveId = wave, after }, context, ct);
        var viewer = Viewer.Of(reply, "paper.key");
        return reply.Get<PaperSurveyQuestions>("wave") is { } survey
            ? Page.Of<PaperFormsPage>(new
            {
                Viewer = viewer,
                Survey = survey,
                Forms = reply.Get<Connection<PaperForm>>("paperForms") ?? new Connection<PaperForm>([]),
                You = reply.Get<Typist>("typist")?.Id,
                IsFirst = after is null,
                Done = DoneText(context.Request.Query),
            })
            : TroubleEndpoints.NotFound();
    }

    private static string? DoneText(IQueryCollection query) => (query["done"].ToString(), query["number"].ToString(), query["reference"].ToString()) switch
    {
        ("waits", var number, _) => $"Form {number} is typed in. It counts when somebody else has typed it in too, and reads the same.",
        ("checked", var number, var reference) => $"Form {number} is checked, and counts as a response. Its reference is {reference}.",
        ("taken", var number, _) => $"The file is taken: {(number == "1" ? "1 form counts" : $"{number} forms count")} as {(number == "1" ? "a response" : "responses")}.",
        _ => null,
    };

    private static async Task<IResult> ShowFormAsync(
        string wave, string? number, string? version, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, survey, asked) = await FindAsync(wave, version, graphQL, context, ct);
        return survey?.Questionnaire is null
            ? TroubleEndpoints.NotFound()
            : ShowForm(viewer, survey, asked, new Fields(name => name == "formNumber" ? number ?? "" : ""), _ => Answer.None, FormKey.New(), []);
    }

    private static async Task<IResult> KeyAsync(
        string wave, string? version, IEngagementGraphQL graphQL, IStringLocalizer<Texts> texts, HttpContext context, CancellationToken ct)
    {
        var (viewer, survey, asked) = await FindAsync(wave, version, graphQL, context, ct);
        if (survey?.Questionnaire is null)
            return TroubleEndpoints.NotFound();
        var sent = await SubmittedForm.ReadAsync(context, ct);
        var form = new KeyedForm(sent, survey, asked);
        var errors = form.Check(texts);
        if (errors.Count > 0)
            return Refused(sent["_key"], errors);

        var reply = await graphQL.ExecuteAsync(KeyDocument, new { input = form.Input() }, context, ct);
        return reply.Get<Keyed>("keyPaperForm") switch
        {
            { PaperOutcome: { State: PaperFormState.Checked, Reference: var reference } } => Done("checked", reference),
            { PaperOutcome: { State: PaperFormState.WaitsForCheck } } => Done("waits", null),
            // What is sent next is another reading of the paper.
            { PaperOutcome: { } outcome } => Refused(FormKey.New(), [.. outcome.Differing.Select(form.Differs)]),
            _ => Refused(sent["_key"], [.. reply.PayloadErrors("keyPaperForm").Select(form.Point)]),
        };

        IResult Done(string what, string? reference) =>
            Page.SeeOther(Links.With(PaperLinks.Survey(wave), ("done", what), ("number", sent["formNumber"]), ("reference", reference)));

        IResult Refused(string key, IReadOnlyList<FieldError> refusals) =>
            ShowForm(viewer, survey, asked, new Fields(name => sent[name]), form.AnswerTo, key.Length > 0 ? key : FormKey.New(), refusals);
    }

    private static IResult ShowForm(
        Viewer viewer, PaperSurvey survey, SurveyForm version, Fields fields, Func<Question, Answer> answers, string key, IReadOnlyList<FieldError> errors) =>
        Page.Of<KeyFormPage>(
            new { Viewer = viewer, Survey = survey, Version = version, Fields = fields, Answers = answers, Key = key, Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ShowImportAsync(string wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, survey, _) = await FindAsync(wave, null, graphQL, context, ct, "paper.check");
        return survey is null ? TroubleEndpoints.NotFound() : ShowImport(viewer, survey, "", null, []);
    }

    private static async Task<IResult> ImportAsync(string wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (viewer, survey, _) = await FindAsync(wave, null, graphQL, context, ct, "paper.check");
        if (survey is null)
            return TroubleEndpoints.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (file, errors) = await ReadFileAsync(form, context, ct);
        if (errors.Count > 0)
            return ShowImport(viewer, survey, form["keyedBy"], null, errors);
        try
        {
            var reply = await graphQL.ExecuteAsync(
                ImportDocument, new { input = new { waveId = survey.Id, file, keyedBy = form["keyedBy"], idempotencyKey = FormKey.New() } }, context, ct);
            var report = reply.Get<Imported>("importPaperBatch")?.BatchReport;
            return report is { Problems.Count: 0 }
                ? Page.SeeOther(Links.With(PaperLinks.Survey(wave), ("done", "taken"), ("number", report.Taken.ToString(CultureInfo.InvariantCulture))))
                : ShowImport(viewer, survey, form["keyedBy"], report, report is null ? reply.PayloadErrors("importPaperBatch") : [Refusal(report)]);
        }
        catch (AddressUnknownException)
        {
            return ShowImport(viewer, survey, form["keyedBy"], null, [new FieldError("This is no typing code. They find it on the page of the survey's paper forms", "keyedBy")]);
        }
    }

    private static FieldError Refusal(BatchReport report) =>
        new($"No form was taken: {ConsultationWords.Several(report.Problems.Count, "thing is", "things are")} wrong in the file", "problems");

    private static async Task<(string File, IReadOnlyList<FieldError> Errors)> ReadFileAsync(SubmittedForm form, HttpContext context, CancellationToken ct)
    {
        if (!form.IsTrusted)
            return ("", [FieldError.PageTooOld]);
        var errors = new List<FieldError>();
        var text = "";
        if (context.Request.Form.Files["file"] is not { Length: > 0 } sent)
            errors.Add(new FieldError("Choose the file with the forms", "file"));
        else if (sent.Length > LargestFile)
            errors.Add(new FieldError("The file is too large. Divide it into files of 2 MB or less", "file"));
        else
        {
            using var reader = new StreamReader(sent.OpenReadStream(), Encoding.UTF8);
            text = await reader.ReadToEndAsync(ct);
            // Spreadsheets also save in older encodings, and then names of places and words lose their letters.
            if (text.Contains('\uFFFD', StringComparison.Ordinal))
                errors.Add(new FieldError("Some letters in the file cannot be read. Save it as “CSV UTF-8”", "file"));
        }

        if (form["keyedBy"].Length == 0)
            errors.Add(new FieldError("Enter the typing code of the person who typed the forms in", "keyedBy"));
        return (text, errors);
    }

    private static IResult ShowImport(Viewer viewer, PaperSurvey survey, string keyedBy, BatchReport? report, IReadOnlyList<FieldError> errors) =>
        Page.Of<ImportPage>(
            new { Viewer = viewer, Survey = survey, KeyedBy = keyedBy, Report = report, Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    /// <summary>A file with the right columns and no form.</summary>
    private static async Task<IResult> DownloadAsync(string wave, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        var (_, survey, _) = await FindAsync(wave, null, graphQL, context, ct, "paper.check");
        return survey is null
            ? TroubleEndpoints.NotFound()
            : TypedResults.File(Encoding.UTF8.GetBytes(string.Join(',', ImportPage.ColumnsOf(survey)) + "\r\n"), "text/csv; charset=utf-8", "paper-forms.csv");
    }

    private static async Task<(Viewer Viewer, PaperSurvey? Survey, SurveyForm Version)> FindAsync(
        string wave, string? version, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct, string permission = "paper.key")
    {
        var asked = VersionOf(version);
        var reply = await graphQL.ExecuteAsync(
            QuestionsDocument, new { waveId = wave, rendition = SurveyReader.NameOf(asked.Kind), language = asked.Language }, context, ct);
        return (Viewer.Of(reply, permission), reply.Get<PaperSurvey>("wave"), asked);
    }

    private static SurveyForm VersionOf(string? name) =>
        name?.Split('-', 2) is [var kind, var language] && Enum.TryParse<RenditionKind>(kind, out var known) && Enum.IsDefined(known)
            ? new SurveyForm(known, language)
            : SurveyForm.Standard;

    private sealed record Keyed(PaperOutcome? PaperOutcome);

    private sealed record Imported(BatchReport? BatchReport);
}
