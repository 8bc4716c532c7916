using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Writes the input objects of filtered and sorted fields.</summary>
internal static class QueryInputEmitter
{
    /// <summary>The variable with the property that tells a type's objects apart.</summary>
    public static string IdentityOf(SchemaModel schema, string key) => Text.Identifier(schema.Names[key]) + "Identity";

    public static void Identities(CodeWriter writer, SchemaModel schema)
    {
        foreach (var pair in schema.Identities.OrderBy(pair => schema.Names[pair.Key], StringComparer.Ordinal))
        {
            var field = pair.Value;
            writer.Line(
                $"private static readonly global::GraphQL.Data.QueryField {IdentityOf(schema, pair.Key)} = "
                + $"new global::GraphQL.Data.QueryField<{pair.Key}, {field.Shape!.Clr}>({Text.Literal(field.Name)}, {Text.Literal(field.Member)}, false, {Access(field)});");
        }
        if (schema.Identities.Count > 0)
            writer.Line();
    }

    public static void Filter(CodeWriter writer, ComposedQueryInput input, SchemaModel schema)
    {
        writer.Line($"var filter = types.Filter<{input.Key}>({Text.Literal(input.Name)});");
        foreach (var field in input.Fields)
        {
            var shape = field.Shape!;
            var names = $"{Text.Literal(field.Name)}, {Text.Literal(field.Member)}";
            var leaf = shape.Kind == ShapeKind.List ? shape.Item! : shape;
            var target = Text.Literal(leaf.Kind switch
            {
                ShapeKind.Object => schema.Filters.First(filter => filter.Key == leaf.Name).Name,
                ShapeKind.Enum => schema.Names[leaf.Name],
                _ => leaf.Name,
            });
            var nullable = Boolean(shape.Nullable);
            writer.Line((shape.Kind, leaf.Kind) switch
            {
                (ShapeKind.List, ShapeKind.Object) => $"filter.Objects<{leaf.ClrWithNull}>({names}, {target}, {nullable}, {Access(field)});",
                (ShapeKind.List, _) => $"filter.Values<{leaf.ClrWithNull}>({names}, {target}, {nullable}, {Boolean(leaf.Nullable)}, {Access(field)}{Decode(leaf, schema)});",
                (ShapeKind.Object, _) => $"filter.Object<{shape.ClrWithNull}>({names}, {target}, {nullable}, {Access(field)});",
                _ => $"filter.Value<{shape.ClrWithNull}>({names}, {target}, {nullable}, {Access(field)}{Decode(leaf, schema)});",
            });
        }
    }

    public static void Sort(CodeWriter writer, ComposedQueryInput input, SchemaModel schema)
    {
        writer.Line($"var sort = types.Sort<{input.Key}>({Text.Literal(input.Name)});");
        foreach (var field in input.Fields)
        {
            var shape = field.Shape!;
            var names = $"{Text.Literal(field.Name)}, {Text.Literal(field.Member)}";
            writer.Line(shape.Kind == ShapeKind.Object
                ? $"sort.Object<{shape.ClrWithNull}>({names}, {Text.Literal(schema.Sorts.First(sort => sort.Key == shape.Name).Name)}, {Access(field)});"
                : $"sort.Value<{shape.ClrWithNull}>({names}, {Boolean(shape.Nullable)}, {Access(field)});");
        }
    }

    private static string Access(FieldModel field) => $"row => row.{field.Member}, static row => row.{field.Member}";

    private static string Boolean(bool value) => value ? "true" : "false";

    private static string Decode(TypeShape shape, SchemaModel schema)
    {
        if (shape.IdentityOf is not { } key)
            return "";
        var typeName = schema.Names.TryGetValue(key, out var name) ? Text.Literal(name) : "null";
        return $", static id => global::GraphQL.Data.NodeId.Decode<{shape.Clr}>((string)id, {typeName})!";
    }
}
