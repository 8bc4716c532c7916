using Engagement.Web.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>Signing in by choosing a role. For development and demonstrations on one's own machine only: it is not mapped elsewhere.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Links.SignIn, (string? @return) => Show(@return, null, []));
        pages.MapPost(Links.SignIn, SignInAsync);
        pages.MapPost(Links.SignOut, SignOutAsync);
    }

    private static async Task<IResult> SignInAsync(ISignIn signIn, IOptions<EngagementWebOptions> options, HttpContext context, CancellationToken ct)
    {
        var form = await SubmittedForm.ReadAsync(context, ct);
        var (role, returnTo) = (form["role"], form["_return"]);
        if (!form.IsTrusted)
            return Show(returnTo, role, [FieldError.PageTooOld]);
        if (!options.Value.SignInRoles.Contains(role))
            return Show(returnTo, role, [new FieldError("Choose a role", "role")]);
        await signIn.SignInAsync(context, role);
        return Page.SeeOther(Links.IsOfThisSite(returnTo) ? returnTo : Links.Staff);
    }

    private static async Task<IResult> SignOutAsync(ISignIn signIn, HttpContext context, CancellationToken ct)
    {
        if (!(await SubmittedForm.ReadAsync(context, ct)).IsTrusted)
            return Page.SeeOther(Links.Staff);
        await signIn.SignOutAsync(context);
        return Page.SeeOther(Links.Home);
    }

    private static IResult Show(string? returnTo, string? role, IReadOnlyList<FieldError> errors) =>
        Page.Of<SignInPage>(
            new { ReturnTo = returnTo, Role = role, Errors = errors },
            errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}
