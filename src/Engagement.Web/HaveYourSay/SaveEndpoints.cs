using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Track;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.HaveYourSay;

/// <summary>Save the answers, to come back to them on any device with a reference and a secret.</summary>
internal static class SaveEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("HaveYourSay/SaveDraft.graphql");
    private static readonly string SavedDocument = GraphQLDocument.Read("HaveYourSay/SavedDraft.graphql");

    public static void MapSave(this IEndpointRouteBuilder survey)
    {
        survey.MapGet("/save", ShowAsync);
        survey.MapPost("/save", SaveAsync);
        survey.MapGet("/saved", ShowSavedAsync);
    }

    public static void MapComeBack(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("", (string? reference, HttpContext context) => ShowComeBack(context, reference, null, []));
        pages.MapPost("", ComeBackAsync);
    }

    private static async Task<IResult> ShowAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        return walk.Draft is { Receipt: null, Corrects: null } ? ShowSave(walk, []) : Page.SeeOther(walk.Face.Start(slug));
    }

    private static async Task<IResult> SaveAsync(
        string slug, IEngagementGraphQL graphQL, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        if (walk.Draft is not { Receipt: null } draft)
            return Page.SeeOther(walk.Face.Start(slug));
        if (!form.IsTrusted)
            return ShowSave(walk, [FieldError.PageTooOld]);

        var reply = await graphQL.ExecuteAsync(Document, new { input = FilledForm.ToSend(walk) }, context, ct);
        if (reply.Get<SavePayload>("saveDraft")?.Receipt is { } saved)
        {
            cookie.TryWrite(context, walk.Face, slug, draft with { Saved = saved });
            return Page.SeeOther(walk.Face.Saved(slug));
        }

        var refusals = reply.PayloadErrors("saveDraft");
        return refusals.Any(e => e.Code is "WAVE_CLOSED") ? SurveyPages.NotOpen(walk) : ShowSave(walk, [.. refusals.Select(e => e with { Field = null })]);
    }

    private static async Task<IResult> ShowSavedAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return walk.Draft is { Saved: { } saved, Receipt: null }
            ? Page.Of<SavedPage>(new { Walk = walk, Saved = saved })
            : Page.SeeOther(walk.Face.Start(slug));
    }

    private static async Task<IResult> ComeBackAsync(
        IEngagementGraphQL graphQL, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (typedReference, typedSecret) = (form["reference"], form["secret"]);
        var errors = TrackEndpoints.Problems(form, typedReference, typedSecret);
        if (errors.Count > 0)
            return ShowComeBack(context, typedReference, typedSecret, errors);

        var (reference, secret) = (ReceiptCodes.Reference(typedReference), ReceiptCodes.Secret(typedSecret));
        SavedDraft? saved;
        try
        {
            saved = (await graphQL.ExecuteAsync(SavedDocument, new { reference, secret }, context, ct)).Get<SavedDraft>("savedDraft");
        }
        catch (GraphQLFailedException failed) when (TrackEndpoints.TooMany(failed) is { } tooMany)
        {
            return ShowComeBack(context, typedReference, typedSecret, [tooMany], StatusCodes.Status429TooManyRequests);
        }

        if (saved?.Wave?.Consultation is not { Slug: var slug })
        {
            return ShowComeBack(context, typedReference, typedSecret,
                [new FieldError("We cannot find saved answers with that reference and secret. Check both, then try again", "reference", "NOT_FOUND")]);
        }

        var face = SurveyPages.FaceOf(context);
        var draft = saved.Form.ToDraft(saved.IdempotencyKey);
        var walk = await surveys.FindAsync(slug, face, draft, context, ct);
        if (walk is null || !cookie.TryWrite(context, face, slug, draft))
            return ShowComeBack(context, typedReference, typedSecret, [new FieldError("These answers are too long to open here. Write to us, and we will help", Code: "ANSWER_TOO_LONG")]);
        return Page.SeeOther(walk.FirstUnanswered());
    }

    private static IResult ShowSave(Walk walk, IReadOnlyList<FieldError> errors) =>
        Page.Of<SavePage>(new { Walk = walk, Errors = errors }, errors.Status());

    private static IResult ShowComeBack(HttpContext context, string? reference, string? secret, IReadOnlyList<FieldError> errors, int? status = null) =>
        Page.Of<ComeBackPage>(
            new { Face = SurveyPages.FaceOf(context), Reference = reference, Secret = secret, Errors = errors }, status ?? errors.Status());

    private sealed record SavePayload(Receipt? Receipt);

    private sealed record SavedDraft(string IdempotencyKey, FilledForm Form, WaveOfDraft? Wave);

    private sealed record WaveOfDraft(ConsultationOfDraft? Consultation);

    private sealed record ConsultationOfDraft(string Slug);
}
