using Engagement.Web.Documents;
using Engagement.Web.Forms;
using Engagement.Web.Track;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;

namespace Engagement.Web.HaveYourSay;

/// <summary>Check the answers, send them, and the receipt.</summary>
internal static partial class SubmitEndpoints
{
    private static readonly string Document = GraphQLDocument.Read("HaveYourSay/SubmitResponse.graphql");
    private static readonly string AmendDocument = GraphQLDocument.Read("HaveYourSay/AmendResponse.graphql");

    public static void MapSubmit(this IEndpointRouteBuilder survey)
    {
        survey.MapGet("/check", ShowCheckAsync);
        survey.MapPost("/check", SubmitAsync);
        survey.MapGet("/receipt", ShowReceiptAsync);
        survey.MapPost("/receipt", FinishAsync);
    }

    private static async Task<IResult> ShowCheckAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return walk.Draft switch
        {
            // Back from the receipt: what was sent is sent.
            { Receipt: not null } => Page.SeeOther(walk.Face.Receipt(slug)),
            _ when !walk.IsOpen => SurveyPages.NotOpen(walk),
            null => Page.SeeOther(walk.Face.Start(slug)),
            _ => ShowCheck(walk, []),
        };
    }

    private static async Task<IResult> SubmitAsync(
        string slug, IEngagementGraphQL graphQL, SurveyReader surveys, AnswerCookie cookie, SecretCookie secrets, IStringLocalizer<Texts> texts,
        HttpContext context, ILoggerFactory loggers, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var face = SurveyPages.FaceOf(context);
        var draft = cookie.Read(context, slug);
        if (draft is { Receipt: not null })
            return Page.SeeOther(face.Receipt(slug));
        if (draft is null)
            return Page.SeeOther(face.Start(slug));

        Walk? walk = null;
        try
        {
            walk = await surveys.FindAsync(slug, context, ct);
            if (walk is null)
                return TroubleEndpoints.NotFound();
            if (walk.Wave is null)
                return SurveyPages.NotOpen(walk);
            if (!form.IsTrusted)
                return ShowCheck(walk, [FieldError.PageTooOld]);
            var errors = Problems(walk, texts);
            if (errors.Count > 0)
                return ShowCheck(walk, errors);

            // Sent even when the survey looks closed by now: answers that arrived before, whose receipt got lost, still bring their receipt.
            var (sent, refusals) = await SendAsync(walk, graphQL, context, ct);
            if (sent is { } receipt)
            {
                cookie.TryWrite(context, face, slug, draft.Sent(receipt));
                return Page.SeeOther(face.Receipt(slug));
            }

            if (refusals.Count == 0)
                return Corrected(walk, cookie, secrets, context);
            return refusals.Any(e => e.Code is "WAVE_CLOSED" or "WAVE_NOT_OPEN_YET" or "NOT_OPEN")
                ? SurveyPages.NotOpen(walk)
                : ShowCheck(walk, [.. refusals.Select(e => PointAtQuestion(e, walk))]);
        }
        catch (Exception problem) when (problem is not OperationCanceledException and not TooManyRequestsException)
        {
            SendingFailed(loggers.CreateLogger(typeof(SubmitEndpoints)), problem);
            return Page.Of<NotSentPage>(new { Face = face, Slug = slug, Walk = walk, Draft = draft }, StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>The receipt of answers that are new; no receipt and no refusals for ones that were corrected.</summary>
    private static async Task<(Receipt? Receipt, IReadOnlyList<FieldError> Refusals)> SendAsync(
        Walk walk, IEngagementGraphQL graphQL, HttpContext context, CancellationToken ct)
    {
        if (walk.Draft!.Corrects is { } earlier)
        {
            var amended = await graphQL.ExecuteAsync(AmendDocument, new { input = FilledForm.ToAmend(walk, earlier) }, context, ct);
            return (null, amended.PayloadErrors("amendResponse"));
        }

        var reply = await graphQL.ExecuteAsync(Document, new { input = FilledForm.ToSend(walk) }, context, ct);
        return (reply.Get<SubmitPayload>("submitResponse")?.Receipt, reply.PayloadErrors("submitResponse"));
    }

    private static IResult Corrected(Walk walk, AnswerCookie cookie, SecretCookie secrets, HttpContext context)
    {
        var earlier = walk.Draft!.Corrects!;
        cookie.Clear(context, walk.Face, walk.Slug);
        secrets.Remember(context, earlier.Reference, earlier.Secret);
        return Page.SeeOther(walk.Face.Journey(earlier.Reference, "changed"));
    }

    private static async Task<IResult> ShowReceiptAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return walk.Draft?.Receipt is { } receipt
            ? Page.Of<ReceiptPage>(new { Walk = walk, Receipt = receipt })
            : Page.SeeOther(walk.Face.Start(slug));
    }

    /// <summary>The person has kept the reference and the secret, so the device forgets them.</summary>
    private static async Task<IResult> FinishAsync(string slug, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var face = SurveyPages.FaceOf(context);
        if (!(await SubmittedForm.ReadAsync(context, ct)).IsTrusted)
            return Page.SeeOther(face.Receipt(slug));
        cookie.Clear(context, face, slug);
        return Page.SeeOther(face.About(slug));
    }

    private static IResult ShowCheck(Walk walk, IReadOnlyList<FieldError> errors) =>
        Page.Of<CheckPage>(new { Walk = walk, Errors = errors }, errors.Status());

    private static List<FieldError> Problems(Walk walk, IStringLocalizer<Texts> texts)
    {
        var errors = new List<FieldError>();
        if (walk.AsksWho && walk.Draft!.Who is null)
            errors.Add(new FieldError("Choose who is answering", walk.Face.Who(walk.Slug, thenCheck: true), "ANSWER_REQUIRED"));
        foreach (var (index, question) in walk.Asked.Index())
        {
            var address = walk.Face.Question(walk.Slug, walk.NumberOf(question), thenCheck: true);
            if (AnswerRules.Check(question, walk.Draft![question], texts, address) is { } error)
                errors.Add(error with { Message = texts["Question {0}: {1}", index + 1, error.Message] });
        }

        return errors;
    }

    /// <summary>A refusal names the question's key; the page links to the question.</summary>
    private static FieldError PointAtQuestion(FieldError refusal, Walk walk) => refusal with
    {
        Field = walk.Questionnaire.Questions.FirstOrDefault(q => q.Key == refusal.Field) is { } question
            ? walk.Face.Question(walk.Slug, walk.NumberOf(question), thenCheck: true)
            : null,
    };

    [LoggerMessage(LogLevel.Error, "Answers could not be sent; they are still on the person's device")]
    private static partial void SendingFailed(ILogger logger, Exception problem);

    private sealed record SubmitPayload(Receipt? Receipt);
}
