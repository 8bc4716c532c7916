using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>The evaluator used when none is registered: a permission is a claim of type "permission".</summary>
internal sealed class ClaimsAuthorizationEvaluator : IAuthorizationEvaluator
{
    public static ClaimsAuthorizationEvaluator Instance { get; } = new();

    public ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context)
    {
        if (requirement.AllowAnonymous)
            return new(AuthorizationResult.Allowed);
        if (context.User.Identity?.IsAuthenticated != true)
            return new(AuthorizationResult.NotAuthenticated);
        return new(requirement.Permission is null || context.User.HasClaim("permission", requirement.Permission)
            ? AuthorizationResult.Allowed
            : AuthorizationResult.NotAuthorized);
    }
}
