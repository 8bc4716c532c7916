using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>Signing in, in whichever ways there are, and out.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.SignIn, (string? @return, string? problem, ISignIn signIn) => Show(signIn, new SignInForm { ReturnTo = @return }, ProblemOf(problem)));
        pages.MapPost(Links.SignIn, SignInAsync);
        pages.MapGet(Links.StaffSignIn, (string? @return, ISignIn signIn) => LeadToStaffSignIn(@return, signIn));
        pages.MapGet(Links.NoRole, () => Page.Of<NoRolePage>());
        pages.MapPost(Links.SignOut, SignOutAsync);
        pages.MapEmailSignIn();
        pages.MapSessions();
    }

    internal static IResult Show(ISignIn signIn, SignInForm form, IReadOnlyList<FieldError> errors, int? status = null) => Page.Of<SignInPage>(
        new { signIn.Ways, Form = form, Errors = errors },
        status ?? (errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity));

    private static async Task<IResult> SignInAsync(ISignIn signIn, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct)
    {
        if (!signIn.Ways.Roles)
            return Results.NotFound();
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (role, returnTo) = (form["role"], form["_return"]);
        var sent = new SignInForm { ReturnTo = returnTo, Role = role, Name = form["name"] };
        if (!form.IsTrusted)
            return Show(signIn, sent, [FieldError.PageTooOld]);
        if (!options.Value.SignInRoles.Contains(role))
            return Show(signIn, sent, [new FieldError("Choose a role", "role")]);
        await signIn.SignInAsync(context, role, sent.Name is { Length: > 0 } name ? name : null);
        return Page.SeeOther(Links.IsOfThisSite(returnTo) ? returnTo : Roles.Home(role));
    }

    private static IReadOnlyList<FieldError> ProblemOf(string? problem) =>
        problem == "staff" ? [new FieldError("Your work account did not sign you in. Try again", Code: "STAFF_SIGN_IN_FAILED")] : [];

    private static IResult LeadToStaffSignIn(string? returnTo, ISignIn signIn) => signIn.Ways.Staff
        ? signIn.LeadToStaffSignIn(Links.IsOfThisSite(returnTo) ? returnTo! : Links.Staff)
        : Results.NotFound();

    private static async Task<IResult> SignOutAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        // Whoever is still signed in sees it there, and can sign out.
        if (!form.IsTrusted)
            return Page.SeeOther(Links.Sessions);
        await signIn.SignOutAsync(context);
        return Page.SeeOther(Links.IsOfThisSite(form["_return"]) ? form["_return"] : Links.Home);
    }
}
