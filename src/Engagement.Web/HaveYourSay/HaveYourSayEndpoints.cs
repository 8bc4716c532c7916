using Engagement.Web.Forms;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.HaveYourSay;

/// <summary>Start, one question a page, and the check; sending is in <see cref="SubmitEndpoints"/>.</summary>
internal static class HaveYourSayEndpoints
{
    private const string BackToCheck = "check";

    public static void MapHaveYourSay(this IEndpointRouteBuilder pages)
    {
        var survey = pages.MapGroup("/consultations/{slug}/have-your-say");
        survey.MapGet("", ShowStartAsync);
        survey.MapPost("", StartAsync);
        survey.MapGet("/questions/{number:int}", ShowQuestionAsync);
        survey.MapPost("/questions/{number:int}", AnswerAsync);
        survey.MapSubmit();
    }

    private static async Task<IResult> ShowStartAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } survey)
            return TroubleEndpoints.NotFound();
        return survey.IsOpen ? ShowStart(survey, cookie.Read(context, slug), []) : SurveyPages.NotOpen(survey);
    }

    private static async Task<IResult> StartAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } survey)
            return TroubleEndpoints.NotFound();
        if (!survey.IsOpen)
            return SurveyPages.NotOpen(survey);
        if (!form.IsTrusted)
            return ShowStart(survey, cookie.Read(context, slug), [FieldError.PageTooOld]);
        cookie.TryWrite(context, slug, AnswerDraft.Start());
        return Page.SeeOther(Links.Question(slug, 1));
    }

    private static async Task<IResult> ShowQuestionAsync(
        string slug, int number, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } survey)
            return TroubleEndpoints.NotFound();
        var draft = cookie.Read(context, slug);
        if (!survey.IsOpen)
            return SurveyPages.NotOpen(survey, draft);
        if (number < 1 || number > survey.Questions.Count)
            return TroubleEndpoints.NotFound();
        if (draft is null or { Receipt: not null })
            return Page.SeeOther(Links.HaveYourSay(slug));
        return ShowQuestion(survey, number, draft[survey.Questions[number - 1]], IsBackToCheck(context), []);
    }

    private static async Task<IResult> AnswerAsync(
        string slug, int number, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } survey)
            return TroubleEndpoints.NotFound();
        if (number < 1 || number > survey.Questions.Count)
            return survey.IsOpen ? TroubleEndpoints.NotFound() : SurveyPages.NotOpen(survey);

        var question = survey.Questions[number - 1];
        var answer = Answer.To(question, form["skip"].Length > 0 ? "" : form[Answer.Field]);
        // Without a draft (it was kept for its seven days, or the browser dropped it) the answer begins a new one: no words are lost.
        var draft = (cookie.Read(context, slug) is { Receipt: null } kept ? kept : AnswerDraft.Start()).With(question, answer);
        if (!survey.IsOpen)
            return SurveyPages.NotOpen(survey, draft);

        var toCheck = IsBackToCheck(context);
        if (!form.IsTrusted)
            return ShowQuestion(survey, number, answer, toCheck, [FieldError.PageTooOld]);
        if (Answer.Check(question, answer) is { } error)
            return ShowQuestion(survey, number, answer, toCheck, [error]);
        if (!cookie.TryWrite(context, slug, draft))
        {
            return ShowQuestion(survey, number, answer, toCheck,
                [new FieldError("Your answers together are too long to keep. Make this answer shorter", Answer.Field, "ANSWER_TOO_LONG")]);
        }

        return Page.SeeOther(toCheck || number == survey.Questions.Count ? Links.CheckAnswers(slug) : Links.Question(slug, number + 1));
    }

    private static IResult ShowStart(Survey survey, AnswerDraft? draft, IReadOnlyList<FieldError> errors) =>
        Page.Of<StartPage>(new { Survey = survey, Draft = draft, Errors = errors }, SurveyPages.StatusOf(errors));

    private static IResult ShowQuestion(Survey survey, int number, Answer? answer, bool thenCheck, IReadOnlyList<FieldError> errors) =>
        Page.Of<QuestionPage>(
            new { Survey = survey, Number = number, Answer = answer, ThenCheck = thenCheck, Errors = errors }, SurveyPages.StatusOf(errors));

    private static bool IsBackToCheck(HttpContext context) => context.Request.Query["return"] == BackToCheck;
}
