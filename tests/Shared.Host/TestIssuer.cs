using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Tests.Shared.Hosting;

/// <summary>
/// An OpenID Connect issuer over real HTTP, as small as one can be: discovery, keys, an authorization endpoint that signs in at once whoever comes, and a
/// token endpoint that checks the client, its secret and PKCE. What it says of people is what a test sets.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string ClientId = "engagement";
    public const string ClientSecret = "a secret of the tests";

    private const string DefaultSubject = "an-officer-of-the-tests";

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, Grant> _grants = new();
    private readonly SigningCredentials _first = NewKey();
    private SigningCredentials _key;
    private SigningCredentials _published;
    private TimeProvider _clock = TimeProvider.System;

    private TestIssuer(WebApplication application)
    {
        _application = application;
        _published = _key = _first;
    }

    public string Address => _application.Urls.First();

    /// <summary>Who signs in.</summary>
    public string Subject { get; set; } = DefaultSubject;

    public IReadOnlyList<string> Groups { get; set; } = [];

    /// <summary>Whom the token says it is for.</summary>
    public string Audience { get; set; } = ClientId;

    /// <summary>A nonce that the token has instead of the one that was asked for.</summary>
    public string? OtherNonce { get; set; }

    public static async Task<TestIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var application = builder.Build();
        var issuer = new TestIssuer(application);
        application.MapGet("/.well-known/openid-configuration", issuer.Discover);
        application.MapGet("/keys", issuer.Keys);
        application.MapGet("/authorize", issuer.Authorize);
        application.MapPost("/token", issuer.TokenAsync);
        await application.StartAsync();
        return issuer;
    }

    /// <summary>Is again as it began.</summary>
    /// <param name="clock">What it takes for the time.</param>
    public void Reset(TimeProvider clock)
    {
        _clock = clock;
        _published = _key = _first;
        (Subject, Groups, Audience, OtherNonce) = (DefaultSubject, [], ClientId, null);
    }

    /// <summary>Signs with another key from now on, which is published in place of the old one.</summary>
    public void RollKeys() => _published = _key = NewKey();

    /// <summary>Signs with a key that is not published, as somebody would who is not the issuer.</summary>
    public void SignWithUnknownKey() => _key = NewKey();

    /// <summary>A token for an API client.</summary>
    public string TokenFor(string client, string audience, string scope, TimeSpan? length = null)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = audience,
            IssuedAt = now.AddHours(-2),
            NotBefore = now.AddHours(-2),
            Expires = now + (length ?? TimeSpan.FromMinutes(10)),
            SigningCredentials = _key,
            Subject = new ClaimsIdentity([new Claim("sub", client), new Claim("scope", scope)]),
        });
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private IResult Discover() => Results.Json(new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = $"{Address}/authorize",
        ["token_endpoint"] = $"{Address}/token",
        ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        ["code_challenge_methods_supported"] = new[] { "S256" },
    });

    private IResult Keys()
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey((RsaSecurityKey)_published.Key);
        return Results.Json(new { keys = new[] { new { kty = key.Kty, use = "sig", alg = "RS256", kid = key.Kid, n = key.N, e = key.E } } });
    }

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["client_id"] != ClientId || query["response_type"] != "code" || query["code_challenge_method"] != "S256" || query["scope"] != "openid")
            return Results.BadRequest("This client was to ask for a code, with PKCE, and for nothing but who somebody is.");
        var code = Guid.NewGuid().ToString("N");
        _grants[code] = new Grant(query["redirect_uri"]!, query["code_challenge"]!, query["nonce"]!);
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}");
    }

    private async Task<IResult> TokenAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_grants.TryRemove(form["code"].ToString(), out var grant)
            || form["client_id"] != ClientId
            || form["client_secret"] != ClientSecret
            || form["redirect_uri"] != grant.RedirectUri
            || Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != grant.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            Expires = _clock.GetUtcNow().UtcDateTime.AddMinutes(5),
            SigningCredentials = _key,
            Subject = new ClaimsIdentity(
                [new Claim("sub", Subject), new Claim("nonce", OtherNonce ?? grant.Nonce), new Claim("name", "Nobody's Name"), .. Groups.Select(group => new Claim("groups", group))]),
        });
        return Results.Json(new { access_token = "not-used", token_type = "Bearer", expires_in = 300, id_token = token });
    }

    private static SigningCredentials NewKey() =>
        new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") }, SecurityAlgorithms.RsaSha256);

    private sealed record Grant(string RedirectUri, string Challenge, string Nonce);
}
