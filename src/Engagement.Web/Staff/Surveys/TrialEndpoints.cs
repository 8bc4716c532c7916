using Engagement.Web.Forms;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.Staff.Surveys;

/// <summary>
/// A walk through a survey as people see it, in any of its forms. What is answered stays in this browser alone: there is nothing here that could send it.
/// </summary>
internal static class TrialEndpoints
{
    private static readonly SurveyFace Face = new("/staff/surveys/{slug}/try", SurveyLinks.List, Site.Public, Links.Consultations)
    {
        IsTrial = true,
        About = id => SurveyLinks.Survey(id),
    };

    public static void MapSurveyTrial(this IEndpointRouteBuilder pages)
    {
        var trial = pages.MapGroup(Face.Pattern);
        trial.MapGet("", ShowStartAsync);
        trial.MapPost("", StartAsync);
        trial.MapGet("/sections/{number:int}", ShowIntroductionAsync);
        trial.MapGet("/questions/{number:int}", ShowQuestionAsync);
        trial.MapPost("/questions/{number:int}", AnswerAsync);
        trial.MapGet("/check", ShowWayAsync);
        trial.MapPost("/forget", ForgetAsync);
    }

    private static Task<IResult> ShowStartAsync(string slug, SurveyDesks desks, HttpContext context, CancellationToken ct) =>
        desks.EditAsync(slug, context, desk => Task.FromResult(Page.Of<TrialStartPage>(new { Desk = desk })), ct);

    private static async Task<IResult> StartAsync(string slug, SurveyDesks desks, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await desks.EditAsync(slug, context, desk =>
        {
            if (!form.IsTrusted)
                return Task.FromResult(Page.Of<TrialStartPage>(new { Desk = desk, Errors = new[] { FieldError.PageTooOld } }, StatusCodes.Status422UnprocessableEntity));
            var chosen = TrialWalk.FormsOf(desk).FirstOrDefault(one => one.Name == form["form"]) ?? SurveyForm.Standard;
            var walk = TrialWalk.Of(desk, Face, AnswerDraft.Start(chosen) with { Who = form["pages"] == TrialStartPage.YoungPeople ? new Answering(Audience.YoungPeople) : null });
            cookie.TryWrite(context, walk.Face, slug, walk.Draft!);
            return Task.FromResult(Page.SeeOther(walk.Address(walk.Steps is [var first, ..] ? first : null)));
        }, ct);
    }

    private static Task<IResult> ShowIntroductionAsync(string slug, int number, SurveyDesks desks, AnswerCookie cookie, HttpContext context, CancellationToken ct) =>
        WalkAsync(slug, desks, cookie, context, (_, walk) => walk.Steps.FirstOrDefault(step => step == new SurveyStep(SurveyStepKind.Introduction, number)) is { } found
            ? Page.Of<IntroductionPage>(new { Walk = walk, Step = found })
            : TroubleEndpoints.NotFound(), ct);

    private static Task<IResult> ShowQuestionAsync(string slug, int number, SurveyDesks desks, AnswerCookie cookie, HttpContext context, CancellationToken ct) =>
        WalkAsync(slug, desks, cookie, context, (_, walk) =>
        {
            if (walk.Find(number) is not { } question)
                return TroubleEndpoints.NotFound();
            return walk.Asked.Contains(question) ? ShowQuestion(walk, number, walk.Draft![question], IsBackToCheck(context), []) : Page.SeeOther(walk.FirstUnanswered());
        }, ct);

    private static async Task<IResult> AnswerAsync(
        string slug, int number, SurveyDesks desks, AnswerCookie cookie, IStringLocalizer<Texts> texts, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await WalkAsync(slug, desks, cookie, context, (_, walk) =>
        {
            if (walk.Find(number) is not { } question)
                return TroubleEndpoints.NotFound();
            var answer = form["skip"].Length > 0 ? Answer.None : AnswerForm.Read(question, form);
            var then = walk.With(walk.Draft!.With(question, answer));
            var toCheck = IsBackToCheck(context);
            var error = form.IsTrusted ? AnswerRules.Check(question, answer, texts) : FieldError.PageTooOld;
            if (error is null && !cookie.TryWrite(context, walk.Face, slug, then.Draft!))
                error = new FieldError("Your answers together are too long to keep. Make this answer shorter", Answer.Field, "ANSWER_TOO_LONG");
            if (error is not null)
                return ShowQuestion(then, number, answer, toCheck, [error]);
            // A changed answer may lead to other questions, as it would for whoever answers.
            var missing = toCheck ? then.FirstMissing() : null;
            return Page.SeeOther((toCheck, missing) switch
            {
                (true, null) => then.Face.Check(slug),
                (true, { } step) => then.Address(step, thenCheck: true),
                _ => then.After(new SurveyStep(SurveyStepKind.Question, number)),
            });
        }, ct);
    }

    private static Task<IResult> ShowWayAsync(string slug, SurveyDesks desks, AnswerCookie cookie, HttpContext context, CancellationToken ct) =>
        WalkAsync(slug, desks, cookie, context, (desk, walk) => Page.Of<TrialWayPage>(new { Desk = desk, Walk = walk }), ct);

    private static async Task<IResult> ForgetAsync(string slug, SurveyDesks desks, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        return await desks.EditAsync(slug, context, _ =>
        {
            if (form.IsTrusted)
                cookie.Clear(context, Face, slug);
            return Task.FromResult(Page.SeeOther(SurveyLinks.Survey(slug, form.IsTrusted ? "forgotten" : null)));
        }, ct);
    }

    /// <summary>The way through the survey so far; without one it begins at the start.</summary>
    private static Task<IResult> WalkAsync(
        string slug, SurveyDesks desks, AnswerCookie cookie, HttpContext context, Func<SurveyDesk, Walk, IResult> show, CancellationToken ct) =>
        desks.EditAsync(slug, context, desk => Task.FromResult(cookie.Read(context, slug) is { } draft
            ? show(desk, TrialWalk.Of(desk, Face, draft))
            : Page.SeeOther(SurveyLinks.Try(slug))), ct);

    private static IResult ShowQuestion(Walk walk, int number, Answer? answer, bool thenCheck, IReadOnlyList<FieldError> errors) =>
        Page.Of<QuestionPage>(new { Walk = walk, Number = number, Answer = answer, ThenCheck = thenCheck, Errors = errors }, errors.Status());

    private static bool IsBackToCheck(HttpContext context) => context.Request.Query["return"] == "check";
}
