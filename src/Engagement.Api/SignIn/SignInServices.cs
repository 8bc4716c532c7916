using Engagement.Api.Authorization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Engagement.Api.SignIn;

/// <summary>How a request says who it comes from: a session's cookie, or a header.</summary>
public static class SignInServices
{
    private const string Chooser = "Chooser";

    public static IServiceCollection AddEngagementSignIn(this IServiceCollection services, SignInSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        // When an issuer has rolled its keys, the first token with a new one waits until they are fetched, instead of being refused meanwhile.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        var authentication = services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = Chooser;
                options.DefaultSignInScheme = SessionAuthentication.SchemeName;
                options.DefaultSignOutScheme = SessionAuthentication.SchemeName;
            })
            .AddPolicyScheme(Chooser, null, options => options.ForwardDefaultSelector = context => SchemeOf(context.Request, settings))
            .AddScheme<SessionAuthentication.Settings, SessionAuthentication>(
                SessionAuthentication.SchemeName, null, options => options.Cookie = new HostCookie("session", bound: !settings.IsDevelopment))
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        if (settings.Staff is { } staff)
            authentication.AddStaff(staff, settings.IsDevelopment);
        foreach (var issuer in settings.ApiIssuers)
            authentication.AddIssuer(issuer, settings.IsDevelopment);
        if (settings.AllowsDevelopment)
            authentication.AddScheme<AuthenticationSchemeOptions, DevelopmentAuthentication>(DevelopmentAuthentication.SchemeName, null);

        services.TryAddSingleton<IPrincipals, PrincipalsOfSessions>();
        services.AddSingleton<RequestsInHand>();
        services.AddSingleton<OpenConnections>();
        services.AddHostedService(provider => provider.GetRequiredService<OpenConnections>());
        return services;
    }

    /// <summary>
    /// Somebody who says who they are and is not believed hears so at once, and is never quietly treated as a stranger. Whoever is believed is watched
    /// over for as long as the request takes.
    /// </summary>
    public static IApplicationBuilder UseEngagementSignIn(this IApplicationBuilder app) => app.UseAuthentication().Use(async (context, next) =>
    {
        var outcome = await context.AuthenticateAsync();
        if (outcome.Failure is not null || (context.Request.Headers.ContainsKey("Authorization") && !outcome.Succeeded))
        {
            await RefuseAsync(context, Explain(outcome.Failure));
            return;
        }

        if (!outcome.Succeeded)
        {
            await next(context);
            return;
        }

        var connections = context.RequestServices.GetRequiredService<OpenConnections>();
        using var watched = connections.Add(context.User.SessionId() ?? context.User.KeyId(), outcome.Properties?.ExpiresUtc, context.Abort);
        context.Items[typeof(OpenConnections)] = watched;
        using var inHand = StaysOpen(context) ? null : context.RequestServices.GetRequiredService<RequestsInHand>().Add(context.User);
        await next(context);
    });

    // In what stays open, sessions end while it does: whoever follows it is looked up at every update.
    private static bool StaysOpen(HttpContext context) =>
        context.WebSockets.IsWebSocketRequest
        || context.GetEndpoint()?.Metadata.GetMetadata<HubMetadata>() is not null
        || context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static string SchemeOf(HttpRequest request, SignInSettings settings)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith(ApiKeyAuthentication.Beginning, StringComparison.OrdinalIgnoreCase))
            return ApiKeyAuthentication.SchemeName;
        return settings.AllowsDevelopment && header.StartsWith(DevelopmentAuthentication.SchemeName + " ", StringComparison.Ordinal)
            ? DevelopmentAuthentication.SchemeName
            : BearerTokens.SchemeOf(header, settings) ?? SessionAuthentication.SchemeName;
    }

    // Only what was written for the client is told: other failures may quote what it sent.
    private static string Explain(Exception? failure) =>
        failure is AuthenticationFailureException ours ? ours.Message
        : failure is not null && BearerTokens.Explain(failure) is { } words ? words
        : "This kind of credential is not accepted here.";

    private static Task RefuseAsync(HttpContext context, string message) => Results
        .Json(
            new { errors = new[] { new { message, extensions = new { code = "AUTH_NOT_AUTHENTICATED" } } } },
            statusCode: StatusCodes.Status401Unauthorized)
        .ExecuteAsync(context);
}
