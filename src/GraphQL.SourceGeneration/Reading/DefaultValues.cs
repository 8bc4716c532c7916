using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;

namespace GraphQL.SourceGeneration.Reading;

/// <summary>Turns the default of a C# parameter into a GraphQL literal.</summary>
internal static class DefaultValues
{
    public static string? Literal(IParameterSymbol parameter)
    {
        if (!parameter.HasExplicitDefaultValue || parameter.ExplicitDefaultValue is not { } value)
            return null;
        if (parameter.Type is INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            var field = type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(candidate => Equals(candidate.ConstantValue, value));
            return field is null ? null : Names.EnumValue(field);
        }
        return value switch
        {
            bool flag => flag ? "true" : "false",
            string text => Quote(text),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (letter is '"' or '\\')
                quoted.Append('\\').Append(letter);
            else if (letter < ' ')
                quoted.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture));
            else
                quoted.Append(letter);
        }
        return quoted.Append('"').ToString();
    }
}
