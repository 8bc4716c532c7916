using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Staff.Surveys;

/// <summary>What becomes of a survey's versions: begun, compared, published, discarded; and what their figures go on meaning.</summary>
internal static class SurveyVersionEndpoints
{
    public static void MapSurveyVersions(this IEndpointRouteBuilder pages)
    {
        var survey = pages.MapGroup("/staff/surveys/{id}");
        survey.MapPost("/version", BeginAsync);
        survey.MapGet("/publish", (string id, SurveyDesks desks, HttpContext context, CancellationToken ct) => DraftAsync(id, desks, context, desk => ShowPublish(desk, []), ct));
        survey.MapPost("/publish", PublishAsync);
        survey.MapGet("/discard", (string id, SurveyDesks desks, HttpContext context, CancellationToken ct) => DraftAsync(id, desks, context, desk => ShowDiscard(desk, []), ct));
        survey.MapPost("/discard", DiscardAsync);
        survey.MapGet("/changes", (string id, SurveyDesks desks, HttpContext context, CancellationToken ct) => DraftAsync(
            id, desks, context, desk => ShowChanges(desk, [], context.Request.Query["done"] == "said"), ct));
        survey.MapPost("/changes", DeclareAsync);
        survey.MapGet("/scales", ShowScalesAsync);
        survey.MapPost("/scales", MapScalesAsync);
    }

    private static async Task<IResult> BeginAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await desks.EditAsync(id, context, async desk =>
        {
            // Begun already, perhaps by a second press of the button.
            if (desk.Survey.Draft is not null)
                return Page.SeeOther(SurveyLinks.Survey(id));
            var errors = await editor.DoAsync(
                "draftInstrumentVersion", form, new { instrumentId = id, expectedVersion = Mark.VersionOf(form), idempotencyKey = form[Mark.Key] }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, "version")) : await SurveyEndpoints.ShowAgainAsync(id, desks, errors, context, ct);
        }, ct);
    }

    private static async Task<IResult> PublishAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            var errors = await editor.DoAsync(
                "publishInstrumentVersion", form, new { instrumentId = id, expectedVersion = Mark.VersionOf(form), idempotencyKey = form[Mark.Key] }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, "published")) : ShowPublish(desk, errors);
        }, ct);
    }

    private static async Task<IResult> DiscardAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            var errors = await editor.DoAsync(
                "discardInstrumentDraft", form, new { instrumentId = id, expectedVersion = Mark.VersionOf(form), idempotencyKey = form[Mark.Key] }, context, ct);
            return errors.Count == 0 ? Page.SeeOther(SurveyLinks.Survey(id, "discarded")) : ShowDiscard(desk, errors);
        }, ct);
    }

    private static async Task<IResult> DeclareAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await DraftAsync(id, desks, context, async desk =>
        {
            var key = form["_question"];
            var field = ChangesPage.Field(key);
            IReadOnlyList<FieldError> errors = Enum.TryParse<Continuity>(form["continuity"], out var continuity)
                ? await editor.SendAsync(
                    "declareContinuity",
                    form,
                    new
                    {
                        instrumentId = id,
                        key,
                        continuity = continuity.InSchema(),
                        expectedVersion = Mark.VersionOf(form),
                        idempotencyKey = form[Mark.Key],
                    },
                    context, ct)
                : [new FieldError("Choose what the change means", "continuity")];
            return errors.Count == 0
                ? Page.SeeOther($"{Links.With(SurveyLinks.Changes(id), ("done", "said"))}#{SurveyLinks.Anchor(key)}")
                : ShowChanges(desk, [.. errors.Select(error => error.Field is null ? error : error with { Field = field })], said: false);
        }, ct);
    }

    private static Task<IResult> ShowScalesAsync(string id, string? from, string? to, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => Task.FromResult(ShowScales(desk, from, to, Fields.None, FormKey.New(), desk.Survey.Version, [], context.Request.Query["done"] == "recorded")), ct);

    private static async Task<IResult> MapScalesAsync(string id, SurveyDesks desks, SurveyEditor editor, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await desks.EditAsync(id, context, async desk =>
        {
            var points = desk.Scales.FirstOrDefault(scale => scale.Key == form["fromScale"])?.Points ?? [];
            var errors = await editor.SendAsync(
                "recordScaleMapping",
                form,
                new
                {
                    instrumentId = id,
                    fromScale = form["fromScale"],
                    toScale = form["toScale"],
                    points = points.Select(point => new { from = point.Key, to = form[ScalesPage.Field(point.Key)] }),
                    reason = form["reason"],
                    approvedByRole = form["approvedByRole"],
                    expectedVersion = Mark.VersionOf(form),
                    idempotencyKey = form[Mark.Key],
                },
                context, ct);
            return errors.Count == 0
                ? Page.SeeOther(Links.With(SurveyLinks.Scales(id), ("done", "recorded")))
                : ShowScales(
                    desk, form["fromScale"], form["toScale"], new Fields(name => form[name]), form[Mark.Key], Mark.Next(form, desk, errors),
                    [.. errors.Select(error => error.Field is "points" ? error with { Field = ScalesPage.Field(points is [var first, ..] ? first.Key : "") } : error)], recorded: false);
        }, ct);
    }

    private static Task<IResult> DraftAsync(string id, SurveyDesks desks, HttpContext context, Func<SurveyDesk, IResult> show, CancellationToken ct) =>
        DraftAsync(id, desks, context, desk => Task.FromResult(show(desk)), ct);

    private static Task<IResult> DraftAsync(string id, SurveyDesks desks, HttpContext context, Func<SurveyDesk, Task<IResult>> edit, CancellationToken ct) =>
        desks.EditAsync(id, context, desk => desk.IsEditable ? edit(desk) : Task.FromResult(Page.SeeOther(SurveyLinks.Survey(id))), ct);

    private static IResult ShowPublish(SurveyDesk desk, IReadOnlyList<FieldError> errors) => Page.Of<PublishPage>(new { Desk = desk, Errors = errors }, errors.Status());

    private static IResult ShowDiscard(SurveyDesk desk, IReadOnlyList<FieldError> errors) => Page.Of<DiscardPage>(new { Desk = desk, Errors = errors }, errors.Status());

    private static IResult ShowChanges(SurveyDesk desk, IReadOnlyList<FieldError> errors, bool said) =>
        Page.Of<ChangesPage>(new { Desk = desk, Errors = errors, Said = said }, errors.Status());

    private static IResult ShowScales(
        SurveyDesk desk, string? from, string? to, Fields fields, string key, int version, IReadOnlyList<FieldError> errors, bool recorded) =>
        Page.Of<ScalesPage>(
            new
            {
                Desk = desk,
                From = desk.Scales.FirstOrDefault(scale => scale.Key == from),
                To = desk.Scales.FirstOrDefault(scale => scale.Key == to),
                Fields = fields,
                IdempotencyKey = key,
                Version = version,
                Errors = errors,
                Recorded = recorded,
            }, errors.Status());
}
