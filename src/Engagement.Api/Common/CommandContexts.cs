using System.Security.Claims;
using Engagement.Api.SignIn;
using Engagement.Common;

namespace Engagement.Api.Common;

internal static class CommandContexts
{
    /// <summary>What anyone who has not signed in acts as.</summary>
    private const string Public = "public";

    /// <summary>The conditions of a command that this user sent.</summary>
    public static CommandContext Context(this ClaimsPrincipal user, string? idempotencyKey, int? expectedVersion = null) =>
        new(user.FindFirstValue(ClaimTypes.Role) ?? Public, idempotencyKey, expectedVersion, ActorId: user.ActorId());
}
