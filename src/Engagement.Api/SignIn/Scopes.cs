using System.Security.Claims;
using Engagement.Api.Authorization;

namespace Engagement.Api.SignIn;

/// <summary>What an API client may do.</summary>
public static class Scopes
{
    /// <summary>Of one with a key of the platform's: permissions, of those that a program may have at all.</summary>
    public static IReadOnlyList<string> OfKeys { get; } = [.. Roles.Table[Roles.ApiClient].Order(StringComparer.Ordinal)];

    /// <summary>Of one with a token of a configured issuer, who answers for whoever it acts for: these, or a role for all that the role may do.</summary>
    public static IReadOnlyList<string> OfIssuers { get; } = [.. Roles.All.Where(role => role != Roles.ApiClient).Concat(OfKeys).Order(StringComparer.Ordinal)];

    /// <summary>The scopes as claims: the roles that are acted in, and the permissions that they are cut to.</summary>
    internal static IEnumerable<Claim> ToClaims(IEnumerable<string> scopes) => scopes
        .SelectMany(scope => Roles.Table.TryGetValue(scope, out var permissions)
            ? permissions.Select(permission => new Claim(SignedIn.ScopeClaim, permission)).Prepend(new Claim(ClaimTypes.Role, scope))
            : [new Claim(ClaimTypes.Role, Roles.ApiClient), new Claim(SignedIn.ScopeClaim, scope)])
        .DistinctBy(claim => (claim.Type, claim.Value));
}
