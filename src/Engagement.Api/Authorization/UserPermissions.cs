using System.Security.Claims;
using Engagement.Api.SignIn;

namespace Engagement.Api.Authorization;

internal static class UserPermissions
{
    public static bool May(this ClaimsPrincipal user, string permission) =>
        user.FindAll(ClaimTypes.Role).Any(role => Roles.Allows(role.Value, permission)) || user.HasClaim(SignedIn.ScopeClaim, permission);
}
