using System.Security.Claims;

namespace Engagement.Api.Authorization;

internal static class UserPermissions
{
    /// <summary>Whether the user holds the permission, however far it goes.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) => Asker.Of(user).May(permission);
}
