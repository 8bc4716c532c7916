using GraphQL.SourceGeneration.Composition;
using GraphQL.SourceGeneration.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace GraphQL.SourceGeneration.Emission;

/// <summary>Small pieces of C# and of GraphQL.</summary>
internal static class Text
{
    /// <summary>A C# string literal, or null.</summary>
    public static string Literal(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A type as GraphQL writes it.</summary>
    public static string TypeName(TypeShape shape, SchemaModel schema, bool? nullable = null)
    {
        var name = shape.Kind switch
        {
            ShapeKind.Scalar => shape.Name,
            ShapeKind.List => $"[{TypeName(shape.Item!, schema)}]",
            ShapeKind.Input => schema.Names[SchemaModel.InputKey(shape.Name)],
            _ => schema.Names[shape.Name],
        };
        return (nullable ?? shape.Nullable) ? name : name + "!";
    }

    public static string Identifier(string name) => new([.. name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')]);
}
