using Engagement.Web.Consultations;
using Engagement.Web.Forms;
using Engagement.Web.Preferences;
using Engagement.Web.Trouble;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;

namespace Engagement.Web.HaveYourSay;

/// <summary>Start, who answers, one question a page, and the check; sending is in <see cref="SubmitEndpoints"/>, keeping for later in <see cref="SaveEndpoints"/>.</summary>
internal static class HaveYourSayEndpoints
{
    private const string BackToCheck = "check";

    /// <summary>Maps the pages of surveys under a face.</summary>
    public static void MapHaveYourSay(this IEndpointRouteBuilder pages, SurveyFace face)
    {
        var survey = pages.MapGroup(face.Pattern).WithMetadata(face);
        survey.MapGet("", ShowStartAsync);
        survey.MapPost("", StartAsync);
        survey.MapGet("/who", ShowWhoAsync);
        survey.MapPost("/who", SayWhoAsync);
        survey.MapGet("/sections/{number:int}", ShowIntroductionAsync);
        survey.MapGet("/questions/{number:int}", ShowQuestionAsync);
        survey.MapPost("/questions/{number:int}", AnswerAsync);
        survey.MapSubmit();
        survey.MapSave();
        pages.MapGroup(face.ComeBack).WithMetadata(face).MapComeBack();
    }

    private static async Task<IResult> ShowStartAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        return walk.IsOpen ? ShowStart(walk, context, []) : SurveyPages.NotOpen(walk);
    }

    private static async Task<IResult> StartAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        if (!form.IsTrusted)
            return ShowStart(walk, context, [FieldError.PageTooOld]);
        var read = walk.Wave!.OfferedIn.FirstOrDefault(offered => offered.Name == form["form"]);
        var begun = AnswerDraft.Start(read);
        cookie.TryWrite(context, walk.Face, slug, begun);
        return Page.SeeOther(walk.With(begun) is { Steps: [var first, ..] } begins ? begins.Address(first) : walk.Face.Check(slug));
    }

    private static async Task<IResult> ShowWhoAsync(string slug, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        return walk.Draft is null or { Receipt: not null }
            ? Page.SeeOther(walk.Face.Start(slug))
            : ShowWho(walk, context, []);
    }

    private static async Task<IResult> SayWhoAsync(string slug, SurveyReader surveys, AnswerCookie cookie, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        if (!form.IsTrusted)
            return ShowWho(walk, context, [FieldError.PageTooOld]);
        if (WhoPage.Read(walk, form[WhoPage.Field]) is not { } who)
            return ShowWho(walk, context, [new FieldError("Choose who is answering", WhoPage.Field, "ANSWER_REQUIRED")]);
        var draft = (walk.Draft is { Receipt: null } kept ? kept : AnswerDraft.Start()) with { Who = who };
        cookie.TryWrite(context, walk.Face, slug, draft);
        return Page.SeeOther(IsBackToCheck(context) ? walk.Face.Check(slug) : walk.With(draft).After(new SurveyStep(SurveyStepKind.Who)));
    }

    private static async Task<IResult> ShowIntroductionAsync(string slug, int number, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        if (walk.Draft is null or { Receipt: not null })
            return Page.SeeOther(walk.Face.Start(slug));
        var step = new SurveyStep(SurveyStepKind.Introduction, number);
        return walk.Steps.Contains(step) ? Page.Of<IntroductionPage>(new { Walk = walk, Step = step }) : TroubleEndpoints.NotFound();
    }

    private static async Task<IResult> ShowQuestionAsync(string slug, int number, SurveyReader surveys, HttpContext context, CancellationToken ct)
    {
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(walk);
        if (walk.Find(number) is not { } question)
            return TroubleEndpoints.NotFound();
        if (walk.Draft is null or { Receipt: not null })
            return Page.SeeOther(walk.Face.Start(slug));
        // The answers have changed since the address was made: the question is not asked any more.
        return walk.Asked.Contains(question)
            ? ShowQuestion(walk, number, walk.Draft[question], IsBackToCheck(context), [])
            : Page.SeeOther(walk.FirstUnanswered());
    }

    private static async Task<IResult> AnswerAsync(
        string slug, int number, SurveyReader surveys, AnswerCookie cookie, IStringLocalizer<Texts> texts, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (await surveys.FindAsync(slug, context, ct) is not { } walk)
            return TroubleEndpoints.NotFound();
        if (walk.Find(number) is not { } question)
            return walk.IsOpen ? TroubleEndpoints.NotFound() : SurveyPages.NotOpen(walk);

        var answer = form["skip"].Length > 0 ? Answer.None : AnswerForm.Read(question, form);
        // Without a draft (it was kept for its seven days, or the browser dropped it) the answer begins a new one: no words are lost.
        var draft = (walk.Draft is { Receipt: null } kept ? kept : AnswerDraft.Start()).With(question, answer);
        var then = walk.With(draft);
        if (!walk.IsOpen)
            return SurveyPages.NotOpen(then);

        var toCheck = IsBackToCheck(context);
        if (!form.IsTrusted)
            return ShowQuestion(then, number, answer, toCheck, [FieldError.PageTooOld]);
        // Words half written are as good as none yet: they are kept for later as they are.
        var isForLater = form["later"].Length > 0;
        if (!isForLater && AnswerRules.Check(question, answer, texts) is { } error)
            return ShowQuestion(then, number, answer, toCheck, [error]);
        if (!cookie.TryWrite(context, walk.Face, slug, draft))
        {
            return ShowQuestion(then, number, answer, toCheck,
                [new FieldError("Your answers together are too long to keep. Make this answer shorter", Answer.Field, "ANSWER_TOO_LONG")]);
        }

        if (isForLater)
            return Page.SeeOther(walk.Face.Save(slug));
        return Page.SeeOther(toCheck ? NextToCheck(walk, then) : then.After(new SurveyStep(SurveyStepKind.Question, number)));
    }

    /// <summary>A changed answer may lead to questions that were not asked before: those come first, and then the check again.</summary>
    private static string NextToCheck(Walk before, Walk then)
    {
        var step = then.FirstMissing() ?? then.Steps.FirstOrDefault(s => s.Kind is SurveyStepKind.Question
            && then.Find(s.Number) is { } question && !before.Asked.Contains(question) && then.Draft![question] is null);
        return step is null ? then.Face.Check(then.Slug) : then.Address(step, thenCheck: true);
    }

    private static IResult ShowStart(Walk walk, HttpContext context, IReadOnlyList<FieldError> errors) =>
        Page.Of<StartPage>(new { Walk = walk, First = FirstForm(walk, context), Errors = errors }, errors.Status());

    /// <summary>The form that is chosen unless another is: what the face or the reader's preferences put first, else the language of the pages.</summary>
    private static SurveyForm FirstForm(Walk walk, HttpContext context)
    {
        var offered = walk.Wave?.OfferedIn ?? [];
        var first = ReadingPreferences.Of(context).WantsSimpleWords ? RenditionKind.EasyRead : walk.Face.First;
        return offered.FirstOrDefault(form => form.Kind == first && first is not RenditionKind.Standard)
            ?? offered.FirstOrDefault(form => form.Kind is RenditionKind.Translation && Languages.Current.Name.StartsWith(form.Language, StringComparison.OrdinalIgnoreCase))
            ?? SurveyForm.Standard;
    }

    private static IResult ShowWho(Walk walk, HttpContext context, IReadOnlyList<FieldError> errors) =>
        Page.Of<WhoPage>(new { Walk = walk, ThenCheck = IsBackToCheck(context), Errors = errors }, errors.Status());

    private static IResult ShowQuestion(Walk walk, int number, Answer? answer, bool thenCheck, IReadOnlyList<FieldError> errors) =>
        Page.Of<QuestionPage>(
            new { Walk = walk, Number = number, Answer = answer, ThenCheck = thenCheck, Errors = errors }, errors.Status());

    private static bool IsBackToCheck(HttpContext context) => context.Request.Query["return"] == BackToCheck;
}
