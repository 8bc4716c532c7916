using System.Security.Claims;
using Engagement.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Engagement.Api.SignIn;

/// <summary>
/// Staff sign in where they work: OpenID Connect's code flow with PKCE. Of what the issuer says only the groups are used, and of who they are a
/// pseudonym is made; neither a name nor a token is kept.
/// </summary>
public static partial class StaffSignIn
{
    public const string SchemeName = "Staff";

    /// <summary>Where the issuer sends people back to.</summary>
    public const string CallbackPath = "/sign-in/staff/callback";

    /// <summary>The page for those who are in no group that has a role.</summary>
    public const string NoRolePath = "/sign-in/no-role";

    /// <summary>The page for those whom the issuer did not sign in.</summary>
    public const string FailedPath = "/sign-in?problem=staff";

    internal static void AddStaff(this AuthenticationBuilder authentication, StaffSettings staff, bool development) => authentication.AddOpenIdConnect(
        SchemeName,
        null,
        options =>
        {
            options.SignInScheme = SessionAuthentication.SchemeName;
            options.Authority = staff.Authority;
            options.ClientId = staff.ClientId;
            options.ClientSecret = staff.ClientSecret;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // A form that is posted from another site brings no cookie that is kept to ours.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.CallbackPath = CallbackPath;
            options.RemoteSignOutPath = PathString.Empty;
            options.RequireHttpsMetadata = !development;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.DisableTelemetry = true;
            options.Scope.Clear();
            foreach (var scope in staff.Scopes.Prepend("openid"))
                options.Scope.Add(scope);
            foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = development ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            }

            options.Events.OnTokenValidated = context => KnowAsync(context, staff);
            options.Events.OnRemoteFailure = FailAsync;
        });

    private static Task KnowAsync(TokenValidatedContext context, StaffSettings staff)
    {
        var token = context.SecurityToken;
        HashSet<string> groups = [.. context.Principal!.FindAll(staff.GroupClaim).Select(claim => claim.Value)];
        GroupRole[] roles = [.. staff.Roles.Where(role => groups.Contains(role.Group))];
        var claims = roles
            .SelectMany(role => new (string Type, string? Value)[]
            {
                (ClaimTypes.Role, role.Role), (SignedIn.AreaClaim, role.Area), (SignedIn.SpaceClaim, role.Space), (SignedIn.OrganisationClaim, role.Organisation),
            })
            .Where(claim => claim.Value is not null)
            .Distinct();
        var actor = context.HttpContext.RequestServices.GetRequiredService<Pseudonyms>().ActorOf(token.Issuer, token.Subject);
        context.Principal = SignedIn.As(actor, claims.Select(claim => new Claim(claim.Type, claim.Value!)), SchemeName);
        if (roles.Length == 0)
            context.Properties!.RedirectUri = NoRolePath;
        return Task.CompletedTask;
    }

    private static Task FailAsync(RemoteFailureContext context)
    {
        // What went wrong may quote what the issuer said of a person, so only its kind is logged.
        LogFailed(
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StaffSignIn)),
            (context.Failure?.InnerException ?? context.Failure)?.GetType().Name ?? "no reason");
        context.Response.Redirect(FailedPath);
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Somebody came back from the sign-in of staff and was not signed in: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
