using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Api.SignIn;

/// <summary>How a request says who it comes from: a cookie from the sign-in page, or a header in development.</summary>
public static class SignInServices
{
    private const string Chooser = "Chooser";

    public static IServiceCollection AddEngagementSignIn(this IServiceCollection services, bool development)
    {
        var authentication = services
            .AddAuthentication(Chooser)
            .AddPolicyScheme(Chooser, null, options => options.ForwardDefaultSelector = context =>
                development && context.Request.Headers.Authorization.ToString().StartsWith(DevelopmentAuthentication.SchemeName + " ", StringComparison.Ordinal)
                    ? DevelopmentAuthentication.SchemeName
                    : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options =>
            {
                options.Cookie.Name = "engagement-session";
                options.Cookie.HttpOnly = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.ExpireTimeSpan = TimeSpan.FromHours(8);
                options.LoginPath = "/sign-in";
            });
        if (development)
            authentication.AddScheme<AuthenticationSchemeOptions, DevelopmentAuthentication>(DevelopmentAuthentication.SchemeName, null);
        return services;
    }

    /// <summary>Somebody who says who they are and is not believed hears so at once, and is never quietly treated as a stranger.</summary>
    public static IApplicationBuilder UseEngagementSignIn(this IApplicationBuilder app) =>
        app.UseAuthentication().Use(async (context, next) =>
        {
            if (context.Request.Headers.ContainsKey("Authorization") && context.User.Identity?.IsAuthenticated != true)
            {
                var failure = (await context.AuthenticateAsync()).Failure?.Message ?? "This kind of credential is not accepted here.";
                await Results.Json(
                    new { errors = new[] { new { message = failure, extensions = new { code = "AUTH_NOT_AUTHENTICATED" } } } },
                    statusCode: StatusCodes.Status401Unauthorized).ExecuteAsync(context);
                return;
            }

            await next(context);
        });
}
