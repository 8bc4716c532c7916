using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Api.Authorization;
using Engagement.Common;
using Engagement.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Api.SignIn;

/// <summary>
/// "Be this role", for development and demonstration only: <c>Authorization: Development participation-officer</c>. Each role is one person; another
/// in the same role is <c>participation-officer/2</c>, so that rules which ask for two people can be tried.
/// The host refuses to register it in any environment but Development.
/// </summary>
public sealed class DevelopmentAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Pseudonyms pseudonyms)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Development";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(SchemeName + " ", StringComparison.Ordinal))
            return Task.FromResult(AuthenticateResult.NoResult());

        var (role, name) = header[(SchemeName.Length + 1)..].Trim().Split('/', 2) is [var before, var after] ? (before, after) : (header[(SchemeName.Length + 1)..].Trim(), null);
        return Task.FromResult(Roles.Table.ContainsKey(role)
            ? AuthenticateResult.Success(new AuthenticationTicket(PrincipalFor(pseudonyms, role, name, SchemeName), SchemeName))
            : AuthenticateResult.Fail($"There is no role '{role}'. Use one of: {string.Join(", ", Roles.Table.Keys.Order(StringComparer.Ordinal))}."));
    }

    /// <summary>Somebody who is known by a role, and by a name among those who are in it.</summary>
    public static ClaimsPrincipal PrincipalFor(Pseudonyms pseudonyms, string role, string? name, string scheme)
    {
        ArgumentNullException.ThrowIfNull(pseudonyms);
        List<Claim> claims = [new(ClaimTypes.Role, role)];
        if (OrganisationOf(role) is { } organisation)
            claims.Add(new Claim(SignedIn.OrganisationClaim, organisation));
        return SignedIn.As(pseudonyms.ActorOf("development", string.IsNullOrWhiteSpace(name) ? role : $"{role}/{name.Trim()}"), claims, scheme);
    }

    // Whoever is of Kent PACT is so by their role.
    private static string? OrganisationOf(string role) => role switch
    {
        Roles.Verifier => Organisation.YouthCouncil,
        Roles.YouthFacilitator => Organisation.YouthVoice,
        Roles.ApiClient => null,
        _ => Roles.IsOfPact(role) || Roles.OfFamilies.Contains(role) ? null : Organisation.CountyCouncil,
    };
}
