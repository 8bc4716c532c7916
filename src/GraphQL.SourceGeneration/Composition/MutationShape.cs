using GraphQL.SourceGeneration.Model;
using GraphQL.SourceGeneration.Reading;

namespace GraphQL.SourceGeneration.Composition;

/// <summary>The names that the mutation convention gives.</summary>
internal static class MutationShape
{
    /// <summary>Whether the method has a single argument named input that is an input object already.</summary>
    public static bool TakesInputItself(FieldModel field) =>
        field.Arguments.Count() == 1 && field.Parameters.Any(parameter => parameter is { Kind: ParameterKind.Argument, Name: "input", Shape.Kind: ShapeKind.Input });

    /// <summary>The payload's field for the result: its type's name.</summary>
    public static string ResultField(FieldModel field, SchemaModel schema)
    {
        if (field.HasNoResult)
            return "success";
        var leaf = field.Shape!.Leaf;
        var name = leaf.Kind == ShapeKind.Scalar ? leaf.Name : schema.Names[leaf.Name];
        return Names.Camel(name);
    }
}
