using GraphQL.Language;

namespace GraphQL.TypeSystem;

/// <summary>Finds the schema's types for types written in a document.</summary>
public static class TypesFromSyntax
{
    /// <summary>The type a document refers to.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="node">The type as written.</param>
    /// <returns>The type, or null when the schema has no type of that name.</returns>
    public static GraphQLType? TypeFromSyntax(this SchemaDefinition schema, TypeNode node)
    {
        ArgumentNullException.ThrowIfNull(schema);
        return node switch
        {
            ListTypeNode list => schema.TypeFromSyntax(list.OfType) is { } ofType ? new ListType(ofType) : null,
            NonNullTypeNode nonNull => schema.TypeFromSyntax(nonNull.OfType) is { } ofType ? new NonNullType(ofType) : null,
            NamedTypeNode named => schema.GetType(named.Name.Value),
            _ => null,
        };
    }
}
