using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>The scalars that C# types become.</summary>
internal static class Scalars
{
    private const string File = "GraphQL.IFile";

    /// <summary>Whether the type is one that clients give and are never given.</summary>
    public static bool IsInputOnly(ITypeSymbol type) => Symbols.FullName(type) == File;

    public static string? Name(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => "String",
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_Int32 => "Int",
        SpecialType.System_Int64 => "Long",
        SpecialType.System_Double => "Float",
        SpecialType.System_Decimal => "Decimal",
        _ => Symbols.FullName(type) switch
        {
            "System.Guid" => "UUID",
            "System.DateTimeOffset" => "DateTime",
            "System.DateOnly" => "Date",
            "System.Text.Json.JsonElement" => "JSON",
            File => "Upload",
            _ => null,
        },
    };
}
