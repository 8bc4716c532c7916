using System.Security.Claims;
using Engagement.Api.Authorization;

namespace Engagement.Api.SignIn;

/// <summary>What an API client may do: the names of permissions, or of roles for all that a role may do.</summary>
public static class Scopes
{
    /// <summary>Every scope there is.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Roles.Table.Keys.Concat(Roles.Table.Values.SelectMany(permissions => permissions)).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The scopes as claims: each as itself, and one that names a role also as that role.</summary>
    internal static IEnumerable<Claim> ToClaims(IEnumerable<string> scopes) => scopes.SelectMany(scope => Roles.Table.ContainsKey(scope)
        ? [new Claim(SignedIn.ScopeClaim, scope), new Claim(ClaimTypes.Role, scope)]
        : new[] { new Claim(SignedIn.ScopeClaim, scope) });
}
