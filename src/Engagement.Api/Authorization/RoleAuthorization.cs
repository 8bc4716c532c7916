using GraphQL.Execution;
using GraphQL.TypeSystem;

namespace Engagement.Api.Authorization;

/// <summary>Answers the rules of fields from the table of roles.</summary>
internal sealed class RoleAuthorization : IAuthorizationEvaluator
{
    public ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        ArgumentNullException.ThrowIfNull(context);
        if (requirement.AllowAnonymous)
            return new(AuthorizationResult.Allowed);
        if (context.User.Identity?.IsAuthenticated != true)
            return new(AuthorizationResult.NotAuthenticated);

        // A rule that names no permission would let in everybody who signed in: nobody meant that.
        return new(requirement.Permission is { } permission && context.User.May(permission)
            ? AuthorizationResult.Allowed
            : AuthorizationResult.NotAuthorized);
    }
}
