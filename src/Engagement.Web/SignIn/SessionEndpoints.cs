using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.SignIn;

/// <summary>Where one is signed in, and how to end it there.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.Sessions, async (ISignIn signIn, HttpContext context, CancellationToken ct) => await ShowAsync(signIn, context, [], ct));
        pages.MapPost(Links.EndSession, EndAsync);
        pages.MapPost(Links.EndAllSessions, EndAllAsync);
    }

    private static async Task<IResult> EndAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return await ShowAsync(signIn, context, [FieldError.PageTooOld], ct);
        await signIn.EndSessionAsync(context, form["session"], ct);
        return Page.SeeOther(Links.Sessions);
    }

    private static async Task<IResult> EndAllAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        if (!form.IsTrusted)
            return await ShowAsync(signIn, context, [FieldError.PageTooOld], ct);
        await signIn.EndAllSessionsAsync(context, ct);
        return Page.SeeOther(Links.Home);
    }

    private static async Task<IResult> ShowAsync(ISignIn signIn, HttpContext context, IReadOnlyList<FieldError> errors, CancellationToken ct)
    {
        var sessions = await signIn.SessionsAsync(context, ct);
        return sessions.Count == 0
            ? Page.SeeOther(Links.SignInThen(Links.Sessions))
            : Page.Of<SessionsPage>(
                new { Sessions = sessions, Errors = errors }, errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
