using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>C# that turns coerced values into what resolvers take.</summary>
internal static class InputCode
{
    private const string Values = "global::GraphQL.Execution.InputValues";

    /// <summary>Reads a field of an input object.</summary>
    public static string Field(TypeShape shape, string fields, string name, SchemaModel schema) => shape.IsOptional
        ? Optional(shape, fields, name, schema)
        : Read(shape, $"{Values}.Get({fields}, {Text.Literal(name)})", schema);

    /// <summary>Reads what may be left out.</summary>
    /// <param name="shape">The value's type.</param>
    /// <param name="source">The input object's fields, or the context of a resolver.</param>
    /// <param name="name">The name of the field or argument.</param>
    /// <param name="schema">The schema.</param>
    public static string Optional(TypeShape shape, string source, string name, SchemaModel schema)
    {
        var value = shape with { Nullable = !shape.IsNullRefused };
        return $"{Values}.Optional<{value.ClrWithNull}>({source}, {Text.Literal(name)}, {(value.Nullable ? "true" : "false")}, "
            + $"static value => {Read(value, "value", schema)})";
    }

    /// <summary>Reads a value that may be null.</summary>
    public static string Read(TypeShape shape, string value, SchemaModel schema)
    {
        if (IsPassedOn(shape))
            return shape.Nullable ? $"({shape.ClrWithNull}){value}" : $"({shape.Clr}){value}!";
        var convert = Convert(shape, value, schema);
        return shape.Nullable ? $"({value} is null ? default({shape.ClrWithNull}) : {convert})" : convert;
    }

    // Lists are rebuilt for their item type, identifiers decoded; all else has the right type already.
    private static bool IsPassedOn(TypeShape shape) => shape.Kind != ShapeKind.List && shape.IdentityOf is null;

    private static string Convert(TypeShape shape, string value, SchemaModel schema)
    {
        if (shape.Kind == ShapeKind.List)
        {
            var item = shape.Item!;
            return $"{Values}.{Factory(shape.Form)}<{item.ClrWithNull}>({value}!, static item => {Read(item, "item", schema)})";
        }
        var typeName = shape.IdentityOf is { Length: > 0 } key && schema.Names.TryGetValue(key, out var name) ? Text.Literal(name) : "null";
        return $"global::GraphQL.Data.NodeId.Decode<{shape.Clr}>((string){value}!, {typeName})";
    }

    private static string Factory(ListForm form) => form switch
    {
        ListForm.List => "ToList",
        ListForm.HashSet => "ToHashSet",
        ListForm.ImmutableArray => "ToImmutableArray",
        _ => "ToArray",
    };
}
