using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.HaveYourSay;

/// <summary>Check the answers, send them, and the receipt.</summary>
internal static partial class SubmitEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("HaveYourSay/SubmitResponse.graphql");

    public static void MapSubmit(this IEndpointRouteBuilder survey)
    {
        survey.MapGet("/check", ShowCheckAsync);
        survey.MapPost("/check", SubmitAsync);
        survey.MapGet("/receipt", ShowReceiptAsync);
        survey.MapPost("/receipt", FinishAsync);
    }

    private static async Task<IResult> ShowCheckAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } survey)
            return TroubleEndpoints.NotFound();
        return cookie.Read(context, slug) switch
        {
            // Back from the receipt: what was sent is sent.
            { Receipt: not null } => Page.SeeOther(Links.Receipt(slug)),
            var draft when !survey.IsOpen => SurveyPages.NotOpen(survey, draft),
            null => Page.SeeOther(Links.HaveYourSay(slug)),
            var draft => ShowCheck(survey, draft, []),
        };
    }

    private static async Task<IResult> SubmitAsync(
        string slug, IEngagementGraphQL graphQL, SurveyReader surveys, AnswerCookie cookie, HttpContext context,
        ILoggerFactory loggers, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var draft = cookie.Read(context, slug);
        if (draft is { Receipt: not null })
            return Page.SeeOther(Links.Receipt(slug));
        if (draft is null)
            return Page.SeeOther(Links.HaveYourSay(slug));

        Survey? survey = null;
        try
        {
            survey = await surveys.FindAsync(slug, context, ct);
            if (survey is null)
                return TroubleEndpoints.NotFound();
            if (survey.Wave is not { } wave)
                return SurveyPages.NotOpen(survey, draft);
            if (!form.IsTrusted)
                return ShowCheck(survey, draft, [FieldError.PageTooOld]);
            var errors = Problems(survey, draft);
            if (errors.Count > 0)
                return ShowCheck(survey, draft, errors);

            // Sent even when the survey looks closed by now: answers that arrived before, whose receipt got lost, still bring their receipt.
            var reply = await graphQL.ExecuteAsync(Document, new { input = Input(wave, survey, draft) }, context, ct);
            if (reply.Get<SubmitPayload>("submitResponse")?.Receipt is { } receipt)
            {
                cookie.TryWrite(context, slug, draft.Sent(receipt));
                return Page.SeeOther(Links.Receipt(slug));
            }

            var refusals = reply.PayloadErrors("submitResponse");
            return refusals.Any(e => e.Code is "WAVE_CLOSED" or "WAVE_NOT_OPEN_YET" or "NOT_OPEN")
                ? SurveyPages.NotOpen(survey, draft)
                : ShowCheck(survey, draft, [.. refusals.Select(e => PointAtQuestion(e, survey))]);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            SendingFailed(loggers.CreateLogger(typeof(SubmitEndpoints)), problem);
            return Page.Of<NotSentPage>(new { Slug = slug, Survey = survey, Draft = draft }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ShowReceiptAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        if (cookie.Read(context, slug)?.Receipt is not { } receipt)
            return Page.SeeOther(Links.HaveYourSay(slug));
        return await surveys.FindAsync(slug, context, ct) is { } survey
            ? Page.Of<ReceiptPage>(new { Survey = survey, Receipt = receipt })
            : TroubleEndpoints.NotFound();
    }

    /// <summary>The person has kept the reference and the secret, so the device forgets them.</summary>
    private static async Task<IResult> FinishAsync(string slug, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        if (!(await SubmittedForm.ReadAsync(context, ct)).IsTrusted)
            return Page.SeeOther(Links.Receipt(slug));
        cookie.Clear(context, slug);
        return Page.SeeOther(Links.Consultation(slug));
    }

    private static IResult ShowCheck(Survey survey, AnswerDraft draft, IReadOnlyList<FieldError> errors) =>
        Page.Of<CheckPage>(new { Survey = survey, Draft = draft, Errors = errors }, SurveyPages.StatusOf(errors));

    private static List<FieldError> Problems(Survey survey, AnswerDraft draft) =>
    [
        .. survey.Questions.Index()
            .Select(q => Answer.Check(q.Item, draft[q.Item], Links.Question(survey.Slug, q.Index + 1, thenCheck: true)) is { } error
                ? error with { Message = $"Question {q.Index + 1}: {error.Message}" }
                : null)
            .OfType<FieldError>(),
    ];

    private static object Input(SurveyWave wave, Survey survey, AnswerDraft draft) => new
    {
        waveId = wave.Id,
        idempotencyKey = draft.IdempotencyKey,
        answers = survey.Questions
            .Where(q => draft[q] is not null)
            .Select(q => new { questionKey = q.Key, optionKey = draft[q]!.OptionKey, text = draft[q]!.Text })
            .ToList(),
    };

    /// <summary>A refusal names the question's key; the page links to the question.</summary>
    private static FieldError PointAtQuestion(FieldError refusal, Survey survey)
    {
        var index = survey.Questions.Index().FirstOrDefault(q => q.Item.Key == refusal.Field, (-1, null!)).Index;
        return refusal with { Field = index < 0 ? null : Links.Question(survey.Slug, index + 1, thenCheck: true) };
    }

    [LoggerMessage(LogLevel.Error, "Answers could not be sent; they are still on the person's device")]
    private static partial void SendingFailed(ILogger logger, Exception problem);

    private sealed record SubmitPayload(Receipt? Receipt);
}
