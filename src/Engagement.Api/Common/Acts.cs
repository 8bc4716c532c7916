using System.Security.Claims;
using Engagement.Common;

namespace Engagement.Api.Common;

internal static class Acts
{
    /// <summary>Who reads, in the role that gives them the permission.</summary>
    public static Acting Acting(this ClaimsPrincipal user, string permission) => Engagement.Common.Acting.From(user.Context(permission, idempotencyKey: null));
}
