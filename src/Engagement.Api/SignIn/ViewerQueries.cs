using System.Security.Claims;
using Engagement.Api.Authorization;
using GraphQL;

namespace Engagement.Api.SignIn;

/// <summary>Whoever is asking.</summary>
/// <param name="SignedIn">Whether they have signed in.</param>
/// <param name="Role">The role they act in, if they have.</param>
/// <param name="Permissions">What they may do, by all their roles.</param>
public sealed record Viewer(bool SignedIn, string? Role, IReadOnlyList<string> Permissions);

[QueryType]
public static partial class ViewerQueries
{
    /// <summary>Who you are here, and what you may do.</summary>
    [AllowAnonymous]
    public static Viewer GetMe(ClaimsPrincipal user)
    {
        var asker = Asker.Of(user);
        return new Viewer(user.Identity?.IsAuthenticated == true, asker.RoleFor(permission: null), asker.Permissions);
    }
}
