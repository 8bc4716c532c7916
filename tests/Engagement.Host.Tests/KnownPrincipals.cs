using System.Collections.Concurrent;
using System.Security.Claims;
using Engagement.Api.Authorization;

namespace Engagement.Host.Tests;

/// <summary>Who everybody is now, as a test says: by the role they signed in with.</summary>
internal sealed class KnownPrincipals : IPrincipals
{
    private readonly ConcurrentDictionary<string, Claim[]?> _now = new();

    /// <summary>From now on, whoever signed in with this role is known by these claims.</summary>
    public void Change(string role, params Claim[] claims) => _now[role] = claims;

    /// <summary>The session of whoever signed in with this role has ended.</summary>
    public void End(string role) => _now[role] = null;

    public ValueTask<ClaimsPrincipal?> NowAsync(ClaimsPrincipal signedIn, CancellationToken cancellationToken)
    {
        if (!_now.TryGetValue(signedIn.FindFirstValue(ClaimTypes.Role)!, out var claims))
            return new(signedIn);
        return new(claims is null ? null : new ClaimsPrincipal(new ClaimsIdentity(claims, "Test")));
    }
}
