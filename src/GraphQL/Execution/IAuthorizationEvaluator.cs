using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Decides whether a field may be resolved. Register your own in the services; it is asked before each field that has a rule.</summary>
public interface IAuthorizationEvaluator
{
    /// <summary>Decides about one field. Rules that allow everyone are not asked about.</summary>
    /// <param name="requirement">The field's rule.</param>
    /// <param name="context">The field, its parent and the user.</param>
    /// <returns>The decision.</returns>
    ValueTask<AuthorizationResult> AuthorizeAsync(AuthorizationRequirement requirement, IResolverContext context);
}
