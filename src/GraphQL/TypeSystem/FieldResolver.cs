using GraphQL.Execution;

namespace GraphQL.TypeSystem;

/// <summary>Works out the value of a field.</summary>
/// <param name="context">The field and its request.</param>
/// <returns>The value, or null.</returns>
public delegate ValueTask<object?> FieldResolver(IResolverContext context);
