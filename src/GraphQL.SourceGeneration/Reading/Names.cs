using System.Text;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>How C# names become names of the schema.</summary>
internal static class Names
{
    public static string Field(ISymbol symbol) => Attributes.Name(symbol) ?? Camel(symbol.Name);

    public static string Resolver(IMethodSymbol method, bool isSubscription) =>
        Attributes.Name(method) ?? Camel(WithoutVerb(method.Name, isSubscription ? "On" : "Get"));

    public static string EnumValue(IFieldSymbol field) => Attributes.Name(field) ?? UpperSnake(field.Name);

    public static string Type(INamedTypeSymbol type)
    {
        if (Attributes.Name(type) is { } name)
            return name;
        name = IsInterfaceName(type) ? type.Name.Substring(1) : type.Name;
        if (type.TypeArguments.Length == 0)
            return name;
        return name + "Of" + string.Join("And", type.TypeArguments.Select(argument => argument.Name));
    }

    public static string Input(INamedTypeSymbol type)
    {
        var name = Type(type);
        return Attributes.Name(type) is not null || name.EndsWith("Input", StringComparison.Ordinal) ? name : name + "Input";
    }

    public static string Error(string name) =>
        (name.EndsWith("Exception", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Exception".Length) : name) + "Error";

    public static string WithoutVerb(string name, string verb)
    {
        if (name.EndsWith("Async", StringComparison.Ordinal) && name.Length > "Async".Length)
            name = name.Substring(0, name.Length - "Async".Length);
        if (name.StartsWith(verb, StringComparison.Ordinal) && name.Length > verb.Length && char.IsUpper(name[verb.Length]))
            name = name.Substring(verb.Length);
        return name;
    }

    public static string Camel(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            if (i > 0 && i + 1 < letters.Length && char.IsLower(letters[i + 1]))
                break;
            letters[i] = char.ToLowerInvariant(letters[i]);
        }
        return new string(letters);
    }

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static bool IsValid(string name)
    {
        if (name.Length == 0 || name.StartsWith("__", StringComparison.Ordinal) || IsDigit(name[0]))
            return false;
        return name.All(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_' || IsDigit(letter));
    }

    private static bool IsInterfaceName(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && type.Name.Length > 1 && type.Name[0] == 'I' && char.IsUpper(type.Name[1]);

    private static bool IsDigit(char letter) => letter is >= '0' and <= '9';

    private static string UpperSnake(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i])
                && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord && name[i - 1] != '_')
                text.Append('_');
            text.Append(char.ToUpperInvariant(name[i]));
        }
        return text.ToString();
    }
}
