using System.Security.Claims;
using Engagement.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Engagement.Api.SignIn;

/// <summary>API clients with a token of an issuer that is configured: <c>Authorization: Bearer</c> and a JWT, signed by a key of the issuer's.</summary>
internal static class BearerTokens
{
    private const string Beginning = "Bearer ";

    private static readonly JsonWebTokenHandler Reader = new();

    public static void AddIssuer(this AuthenticationBuilder authentication, ApiIssuerSettings issuer, bool development) => authentication.AddJwtBearer(
        SchemeOf(issuer),
        null,
        options =>
        {
            options.Authority = issuer.Authority;
            options.Audience = issuer.Audience;
            options.RequireHttpsMetadata = !development;
            options.MapInboundClaims = false;
            options.TokenValidationParameters.ClockSkew = TimeSpan.FromMinutes(1);
            options.Events = new JwtBearerEvents
            {
                OnTokenValidated = context => KnowAsync(context, issuer),
                OnAuthenticationFailed = context =>
                {
                    context.Fail(context.Exception);
                    return Task.CompletedTask;
                },
            };
        });

    /// <summary>The scheme of the issuer that a header's token names, which nobody has checked yet; null when there is no such issuer.</summary>
    public static string? SchemeOf(string header, SignInSettings settings)
    {
        if (!header.StartsWith(Beginning, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header[Beginning.Length..].Trim();
        if (!Reader.CanReadToken(token))
            return null;

        try
        {
            var named = Reader.ReadJsonWebToken(token).Issuer.TrimEnd('/');
            return settings.ApiIssuers.FirstOrDefault(issuer => issuer.Authority.TrimEnd('/') == named) is { } known ? SchemeOf(known) : null;
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    /// <summary>Why a token is not accepted, in words that give nothing away of its content.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        SecurityTokenExpiredException => "This token has expired.",
        SecurityTokenInvalidAudienceException => "This token is for somebody else: its audience is not this platform.",
        SecurityTokenSignatureKeyNotFoundException or SecurityTokenInvalidSignatureException => "This token is not signed by a key of its issuer.",
        SecurityTokenException => "This token is not accepted.",
        InvalidOperationException => "The issuer of this token cannot be asked for its keys at the moment. Try again.",
        _ => null,
    };

    private static string SchemeOf(ApiIssuerSettings issuer) => $"Tokens of {issuer.Authority}";

    private static Task KnowAsync(TokenValidatedContext context, ApiIssuerSettings issuer)
    {
        var user = context.Principal!;
        if ((user.FindFirstValue("sub") ?? user.FindFirstValue("client_id") ?? user.FindFirstValue("azp")) is not { } subject)
        {
            context.Fail("This token does not say which client it is for.");
            return Task.CompletedTask;
        }

        HashSet<string> scopes = [.. user.FindAll("scope").Concat(user.FindAll("scp")).SelectMany(claim => claim.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        var grants = issuer.Scopes.Where(grant => scopes.Contains(grant.Scope)).Select(grant => grant.Grants).Distinct();
        context.Principal = SignedIn.As(
            context.HttpContext.RequestServices.GetRequiredService<Pseudonyms>().ActorOf(context.SecurityToken.Issuer, subject),
            Scopes.ToClaims(grants),
            SchemeOf(issuer));
        return Task.CompletedTask;
    }
}
