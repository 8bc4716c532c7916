using GraphQL.Language;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>A declared variable with its type resolved.</summary>
internal sealed class VariablePlan(SchemaDefinition schema, VariableDefinitionNode definition)
{
    public string Name { get; } = definition.Variable.Name.Value;

    public GraphQLType Type { get; } = Resolve(schema, definition.Type);

    public VariableDefinitionNode Definition { get; } = definition;

    private static GraphQLType Resolve(SchemaDefinition schema, TypeNode node) => node switch
    {
        ListTypeNode list => new ListType(Resolve(schema, list.OfType)),
        NonNullTypeNode nonNull => new NonNullType(Resolve(schema, nonNull.OfType)),
        _ => schema.GetType(node.Named.Name.Value)
            ?? throw new InvalidOperationException($"The schema has no type '{node.Named.Name.Value}'; validate documents before execution."),
    };
}
