using Engagement.Api.SignIn;
using Engagement.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Engagement.Host;

/// <summary>Signs a role in by cookie, for the development sign-in page.</summary>
internal sealed class CookieSignIn : ISignIn
{
    public Task SignInAsync(HttpContext context, string role) => context.SignInAsync(
        CookieAuthenticationDefaults.AuthenticationScheme,
        DevelopmentAuthentication.PrincipalFor(role, CookieAuthenticationDefaults.AuthenticationScheme));

    public Task SignOutAsync(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
}
