using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Api.Authorization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Api.SignIn;

/// <summary>
/// "Be this role", for development and demonstration only: <c>Authorization: Development participation-officer</c>.
/// The host refuses to register it in any environment but Development.
/// </summary>
public sealed class DevelopmentAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Development";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(SchemeName + " ", StringComparison.Ordinal))
            return Task.FromResult(AuthenticateResult.NoResult());

        var role = header[(SchemeName.Length + 1)..].Trim();
        return Task.FromResult(Roles.Table.ContainsKey(role)
            ? AuthenticateResult.Success(new AuthenticationTicket(PrincipalFor(role, SchemeName), SchemeName))
            : AuthenticateResult.Fail($"There is no role '{role}'. Use one of: {string.Join(", ", Roles.Table.Keys.Order(StringComparer.Ordinal))}."));
    }

    /// <summary>Somebody who is known by a role and by nothing else.</summary>
    public static ClaimsPrincipal PrincipalFor(string role, string authenticationType) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], authenticationType));
}
