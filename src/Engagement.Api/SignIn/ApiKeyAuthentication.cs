using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Api.SignIn;

/// <summary>An API client with one of the platform's keys: <c>Authorization: Bearer ek_...</c>.</summary>
internal sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    /// <summary>What the header begins with.</summary>
    public const string Beginning = $"Bearer {ApiKeys.Prefix}";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = await keys.FindAsync(Request.Headers.Authorization.ToString()["Bearer ".Length..].Trim(), Context.RequestAborted);
        if (key is null)
            return AuthenticateResult.Fail("There is no such API key.");
        if (key.RevokedAt is not null)
            return AuthenticateResult.Fail("This API key was revoked. Ask for a new one.");
        if (!key.IsGoodAt(TimeProvider.GetUtcNow()))
            return AuthenticateResult.Fail("This API key has expired. Ask for a new one.");
        return AuthenticateResult.Success(new AuthenticationTicket(
            SignedIn.As(key.Id, [new Claim(SignedIn.KeyClaim, $"{key.Id}"), .. Scopes.ToClaims(key.Scopes)], SchemeName),
            new AuthenticationProperties { ExpiresUtc = key.ExpiresAt },
            SchemeName));
    }
}
