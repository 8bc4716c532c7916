using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.SignIn;

/// <summary>
/// Signing in by e-mail: a page asks for the address, a message brings a link and a code. The link works in the browser that asked; the code is typed in
/// there, when the message is read on another device.
/// </summary>
internal static class EmailSignInEndpoints
{
    public static void MapEmailSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapPost(Links.EmailSignIn, AskAsync);
        pages.MapGet(Links.SignInCode, (ISignIn signIn) => ShowCode(signIn, []));
        pages.MapPost(Links.SignInCode, EnterCodeAsync);
        pages.MapGet(Links.SignInLink, FollowLinkAsync);
        pages.MapGet(Links.SignInAge, () => ShowAge(null, []));
        pages.MapPost(Links.SignInAge, JoinAsync);
    }

    private static async Task<IResult> AskAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        if (!signIn.Ways.Email)
            return Results.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var sent = new SignInForm { ReturnTo = form["_return"], Email = form["email"], IsOwnDevice = form["device"] == SignInPage.OwnDevice };
        if (!form.IsTrusted)
            return SignInEndpoints.Show(signIn, sent, [FieldError.PageTooOld]);
        var answer = await signIn.AskAsync(context, sent.Email, sent.IsOwnDevice, Links.IsOfThisSite(sent.ReturnTo) ? sent.ReturnTo : null, ct);
        return answer.Outcome switch
        {
            SignInOutcome.Sent => Page.SeeOther(Links.SignInCode),
            SignInOutcome.TooMany => SignInEndpoints.Show(signIn, sent, [TooMany(context, answer, "email")], StatusCodes.Status429TooManyRequests),
            _ => SignInEndpoints.Show(signIn, sent, [new FieldError("Enter an e-mail address, like name@example.com", "email")]),
        };
    }

    private static async Task<IResult> EnterCodeAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return ShowCode(signIn, [FieldError.PageTooOld]);
        if (form["code"].Length == 0)
            return ShowCode(signIn, [new FieldError("Enter the code from the e-mail", "code")]);
        var answer = await signIn.EnterCodeAsync(context, form["code"], ct);
        return answer.Outcome switch
        {
            SignInOutcome.CodeWrong => ShowCode(signIn, [new FieldError("This code is not right. Check the newest e-mail from us, then try again", "code", "CODE_WRONG")]),
            SignInOutcome.TooMany => ShowCode(signIn, [TooMany(context, answer, "code")], StatusCodes.Status429TooManyRequests),
            _ => GoOn(answer),
        };
    }

    private static async Task<IResult> FollowLinkAsync(string? token, ISignIn signIn, HttpContext context, CancellationToken ct) =>
        GoOn(await signIn.FollowLinkAsync(context, token ?? "", ct));

    private static async Task<IResult> JoinAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return ShowAge(form["age"], [FieldError.PageTooOld]);
        return AgePage.Choices.Any(choice => choice.Value == form["age"])
            ? GoOn(await signIn.JoinAsync(context, form["age"], ct))
            : ShowAge(null, [new FieldError("Choose how old you are", "age")]);
    }

    private static IResult GoOn(SignInAnswer answer) => answer.Outcome switch
    {
        SignInOutcome.SignedIn => Page.SeeOther(Links.IsOfThisSite(answer.ReturnTo) ? answer.ReturnTo! : Links.Home),
        SignInOutcome.AgeNeeded => Page.SeeOther(Links.SignInAge),
        SignInOutcome.OtherBrowser => Page.Of<OtherBrowserPage>(),
        _ => Page.Of<LinkOverPage>(status: StatusCodes.Status410Gone),
    };

    private static FieldError TooMany(HttpContext context, SignInAnswer answer, string field)
    {
        var wait = answer.RetryAfter ?? TimeSpan.FromMinutes(15);
        context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds)}";
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return new FieldError(minutes == 1 ? "There were too many tries. Try again in 1 minute" : $"There were too many tries. Try again in {minutes} minutes", field, "RATE_LIMITED");
    }

    private static IResult ShowCode(ISignIn signIn, IReadOnlyList<FieldError> errors, int? status = null) => Page.Of<CodePage>(
        new { signIn.Ways.MailFolder, Errors = errors }, status ?? (errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));

    private static IResult ShowAge(string? age, IReadOnlyList<FieldError> errors) => Page.Of<AgePage>(
        new { Age = age, Errors = errors }, errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
