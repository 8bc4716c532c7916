namespace GraphQL.TypeSystem;

/// <summary>A schema breaks the specification's rules, so no server can be made of it.</summary>
public sealed class SchemaException : Exception
{
    /// <summary>Gathers everything that is wrong with the schema.</summary>
    /// <param name="errors">What is wrong; at least one.</param>
    public SchemaException(IReadOnlyList<GraphQLError> errors)
        : base("The schema is not valid:" + string.Concat((errors ?? throw new ArgumentNullException(nameof(errors))).Select(error => $"\n- {error.Message}"))) =>
        Errors = errors;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<GraphQLError> Errors { get; }
}
