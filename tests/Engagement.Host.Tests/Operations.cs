using GraphQL.TypeSystem;

namespace Engagement.Host.Tests;

/// <summary>Documents made from the schema: a root field with whatever arguments it needs, and what it gives down to its scalars.</summary>
internal sealed class Operations(SchemaDefinition schema, IReadOnlyDictionary<string, string> ids)
{
    public IEnumerable<(string Operation, FieldDefinition Field)> All =>
        schema.QueryType.Fields.Where(one => one.Name is not ("node" or "nodes")).Select(one => ("query", one))
            .Concat(schema.MutationType!.Fields.Select(one => ("mutation", one)));

    public string Document(string operation, FieldDefinition field) => $"{operation} {{ {field.Name}{Arguments(field)} {Selection(field.Type.Named)} }}";

    /// <summary>Everything of a type that has no fields of its own, and of lists what their items are.</summary>
    public string Selection(NamedType type) => type switch
    {
        UnionType => "{ __typename }",
        ComplexType complex => $"{{ __typename {string.Join(' ', complex.Fields.Select(Selected))} }}",
        _ => "",
    };

    private string Selected(FieldDefinition field) => field.Type.Named switch
    {
        ScalarType or EnumType => field.Name,
        ObjectType { Name: var name } part when field.Name is "nodes" || name.EndsWith("Edge", StringComparison.Ordinal) => $"{field.Name} {Selection(part)}",
        _ => "",
    };

    private string Arguments(FieldDefinition field)
    {
        var arguments = field.Arguments.Where(IsNeeded).Select(argument => $"{argument.Name}: {Value(argument.Type, argument.Name, field.Name)}").ToArray();
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private static bool IsNeeded(InputValueDefinition value) => value.Type is NonNullType && value.DefaultValue is null;

    // What is known of an argument of this field comes before what is known of its name.
    private string Value(GraphQLType type, string name, string field) => type switch
    {
        NonNullType nonNull => Value(nonNull.OfType, name, field),
        ListType => "[]",
        InputObjectType { IsOneOf: true } input => $"{{ {input.Fields[0].Name}: {Value(input.Fields[0].Type, input.Fields[0].Name, field)} }}",
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Where(IsNeeded).Select(part => $"{part.Name}: {Value(part.Type, part.Name, field)}"))} }}",
        EnumType one => ids.GetValueOrDefault($"{field}.{name}") ?? one.Values[0].Name,
        ScalarType { Name: "ID" } => $"\"{ids.GetValueOrDefault($"{field}.{name}") ?? ids[name]}\"",
        ScalarType { Name: "Boolean" } => "false",
        ScalarType { Name: "Int" or "Long" or "Float" or "Decimal" } => "1",
        ScalarType { Name: "Date" } => "\"2030-01-01\"",
        ScalarType { Name: "DateTime" } => "\"2030-01-01T00:00:00Z\"",
        ScalarType { Name: "String" } => $"\"{ids.GetValueOrDefault(name, "something")}\"",
        _ => throw new InvalidOperationException($"Nothing is known to give for {name} of {type}."),
    };
}
