using System.Security.Claims;

namespace Engagement.Api.Authorization;

internal static class UserPermissions
{
    public static bool May(this ClaimsPrincipal user, string permission) => Roles.Allows(user.FindFirstValue(ClaimTypes.Role), permission);
}
