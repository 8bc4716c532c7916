using Engagement.Web.Consultations;
using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Surveys;

/// <summary>A survey's other forms and languages: written beside the questions, and approved by somebody else.</summary>
internal static class RenditionEndpoints
{
    private const int LongestLanguage = 20;

    public static void MapRenditions(this IEndpointRouteBuilder pages)
    {
        var survey = pages.MapGroup("/staff/surveys/{id}/renditions");
        survey.MapGet("", ListAsync);
        survey.MapGet("/begin", BeginAsync);
        survey.MapGet("/{kind}/{language}/{version:int}", ShowAsync);
        survey.MapPost("/{kind}/{language}/{version:int}", ApproveAsync);
        survey.MapGet("/{kind}/{language}/{version:int}/{key}", ShowItemAsync);
        survey.MapPost("/{kind}/{language}/{version:int}/{key}", WriteAsync);
    }

    private static Task<IResult> ListAsync(string id, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => Task.FromResult(ShowList(desk, "", "", [])), ct);

    /// <summary>Leads to the page of a form or language, which begins when its first words are written.</summary>
    private static Task<IResult> BeginAsync(string id, string? kind, string? language, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(id, context, desk =>
        {
            var chosen = SurveyWords.KindOf(kind ?? "");
            var code = language?.Trim() ?? "";
            if (code.Length == 0 && chosen is not RenditionKind.Translation)
                code = SurveyForm.Standard.Language;
            FieldError? error = (chosen, code) switch
            {
                (null or RenditionKind.Standard, _) => new FieldError("Choose what to make", "kind"),
                (_, "") => new FieldError("Enter the language it is translated into", "language"),
                (RenditionKind.Translation, "en") => new FieldError("The questions are in English already. Choose the language they are translated into", "language"),
                _ when code.Length > LongestLanguage || !code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') =>
                    new FieldError("Enter the language as a code, such as en or pa", "language"),
                _ => null,
            };
            return Task.FromResult(error is null
                ? Page.SeeOther(SurveyLinks.Rendition(id, new SurveyForm(chosen!.Value, code), desk.Survey.CurrentVersion))
                : ShowList(desk, kind ?? "", code, [error]));
        }, ct);

    private static Task<IResult> ShowAsync(
        string id, string kind, string language, int version, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        WithSheetAsync(id, kind, language, version, desks, context, (desk, sheet) => Task.FromResult(Show(desk, sheet, null, [], context.Request.Query["done"])), ct);

    private static async Task<IResult> ApproveAsync(
        string id, string kind, string language, int version, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WithSheetAsync(id, kind, language, version, desks, context, async (desk, sheet) =>
        {
            var errors = await editor.SendAsync(
                "approveRendition",
                form,
                new
                {
                    instrumentId = id,
                    instrumentVersion = version,
                    rendition = NameOf(sheet.Name),
                    approvedByRole = form["approvedByRole"],
                    expectedVersion = Mark.VersionOf(form),
                    idempotencyKey = form[Mark.Key],
                },
                context, ct);
            return errors.Count == 0
                ? Page.SeeOther(SurveyLinks.Rendition(id, sheet.Name, version, "approved"))
                : Show(desk, sheet, form["approvedByRole"], [.. errors.Select(error => error.Field is "rendition" or "language" ? error with { Field = null } : error)], null);
        }, ct);
    }

    private static Task<IResult> ShowItemAsync(
        string id, string kind, string language, int version, string key, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        WithItemAsync(id, kind, language, version, key, desks, context, (desk, sheet, item) => Task.FromResult(
            ShowItem(desk, sheet, item, RenditionForm.Begin(desk, item, sheet.Name), FormKey.New(), desk.Survey.Version, [], context.Request.Query["done"] == "saved")), ct);

    private static async Task<IResult> WriteAsync(
        string id, string kind, string language, int version, string key, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var sent = await SubmittedForm.ReadAsync(context, ct);
        return await WithItemAsync(id, kind, language, version, key, desks, context, async (desk, sheet, item) =>
        {
            var form = RenditionForm.From(desk, item, sent);
            // In English another scale brings the words of its answers along; in another language somebody has to write them first.
            IReadOnlyList<FieldError> errors = sent["scale"] == sent[RenditionForm.ShownScale] || sheet.Name.Language == SurveyForm.Standard.Language
                ? await editor.SendAsync(
                    "writeRendition",
                    sent,
                    new
                    {
                        instrumentId = id,
                        instrumentVersion = version,
                        rendition = NameOf(sheet.Name),
                        items = new[] { form.Input(key, sheet.Name) },
                        expectedVersion = Mark.VersionOf(sent),
                        idempotencyKey = sent[Mark.Key],
                    },
                    context, ct)
                : [new FieldError("Another scale has other answers. Read their words below, then save again", "scale")];
            if (errors.Count > 0)
            {
                // The platform names the item; here it has a page of its own, which begins with its words.
                return ShowItem(
                    desk, sheet, item, form, sent[Mark.Key], Mark.Next(sent, desk, errors),
                    [.. errors.Select(error => error.Field == key ? error with { Field = FieldOf(error) } : error)], saved: false);
            }

            var next = sheet.Items.SkipWhile(one => one.Key != key).Skip(1).FirstOrDefault(one => one.IsMissing) ?? sheet.Missing.FirstOrDefault(one => one.Key != key);
            return Page.SeeOther(next is not null && sent["_back"].Length == 0
                ? Links.With(SurveyLinks.RenditionItem(id, sheet.Name, version, next.Key), ("done", "saved"))
                : $"{SurveyLinks.Rendition(id, sheet.Name, version, "saved")}#{SurveyLinks.Anchor(key)}");
        }, ct);

        string FieldOf(FieldError error) => error.Code switch
        {
            "SCALE_NOT_ALLOWED" or "SCALE_UNKNOWN" => "scale",
            "SYMBOL_INVALID" or "SYMBOL_NOT_ALLOWED" => "symbol",
            "OPTION_LABEL_MISSING" or "OPTIONS_DIFFER" => sent.Fields.Select(field => field.Key).FirstOrDefault(name => name.StartsWith("option-", StringComparison.Ordinal)) ?? "text",
            _ => "text",
        };
    }

    private static object NameOf(SurveyForm name) => new { kind = name.Kind.InSchema(), language = name.Language };

    private static Task<IResult> WithSheetAsync(
        string id, string kind, string language, int version, SurveyDesks desks, HttpContext context, Func<SurveyDesk, RenditionSheet, Task<IResult>> show, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => SurveyWords.KindOf(kind) is { } known and not RenditionKind.Standard && RenditionSheet.Of(desk, new SurveyForm(known, language), version) is { } sheet
            ? show(desk, sheet)
            : Task.FromResult(TroubleEndpoints.NotFound()), ct);

    private static Task<IResult> WithItemAsync(
        string id, string kind, string language, int version, string key, SurveyDesks desks, HttpContext context,
        Func<SurveyDesk, RenditionSheet, RenditionItem, Task<IResult>> show, CancellationToken ct) =>
        WithSheetAsync(id, kind, language, version, desks, context, (desk, sheet) => sheet.Items.FirstOrDefault(item => item.Key == key) is { } found && sheet.NeedsWords && sheet.IsOpen
            ? show(desk, sheet, found)
            : Task.FromResult(TroubleEndpoints.NotFound()), ct);

    private static IResult ShowList(SurveyDesk desk, string kind, string language, IReadOnlyList<FieldError> errors) =>
        Page.Of<RenditionsPage>(new { Desk = desk, Kind = kind, Language = language, Errors = errors }, errors.Status());

    private static IResult Show(SurveyDesk desk, RenditionSheet sheet, string? role, IReadOnlyList<FieldError> errors, string? done) =>
        Page.Of<RenditionPage>(new { Desk = desk, Sheet = sheet, ApprovedByRole = role, Errors = errors, Done = done }, errors.Status());

    private static IResult ShowItem(
        SurveyDesk desk, RenditionSheet sheet, RenditionItem item, RenditionForm form, string key, int version, IReadOnlyList<FieldError> errors, bool saved) =>
        Page.Of<RenditionItemPage>(
            new { Desk = desk, Sheet = sheet, Item = item, Form = form, IdempotencyKey = key, Version = version, Errors = errors, Saved = saved }, errors.Status());
}
