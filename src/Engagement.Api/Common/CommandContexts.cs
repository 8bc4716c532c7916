using System.Security.Claims;
using Engagement.Api.Authorization;
using Engagement.Common;

namespace Engagement.Api.Common;

internal static class CommandContexts
{
    /// <summary>The conditions of a command that this user sent: in the role that gives them the permission, when they hold several.</summary>
    public static CommandContext Context(this ClaimsPrincipal user, string? permission, string? idempotencyKey, int? expectedVersion = null)
    {
        var asker = Asker.Of(user);
        return new(asker.RoleFor(permission) ?? Roles.Public, idempotencyKey, expectedVersion, ActorId: asker.ActorId, Organisations: asker.Organisations);
    }

    /// <inheritdoc cref="Context(ClaimsPrincipal, string?, string?, int?)"/>
    public static CommandContext Context(this ClaimsPrincipal user, string? permission, Versioned versioned) =>
        user.Context(permission, versioned.IdempotencyKey, versioned.ExpectedVersion);

    /// <inheritdoc cref="Context(ClaimsPrincipal, string?, string?, int?)"/>
    public static CommandContext Context(this ClaimsPrincipal user, string? permission, Repeatable repeatable) =>
        user.Context(permission, repeatable.IdempotencyKey);
}
