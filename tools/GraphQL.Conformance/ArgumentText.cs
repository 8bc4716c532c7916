using System.Collections;
using System.Globalization;
using System.Text;
using GraphQL.TypeSystem;

namespace GraphQL.Conformance;

/// <summary>Coerced input values as JavaScript's JSON.stringify writes them, the fields of input objects in the order of their definition.</summary>
internal static class ArgumentText
{
    public static string Of(GraphQLType type, object? value) => (type.Nullable, value) switch
    {
        (_, null) => "null",
        (ListType list, IList items) => $"[{string.Join(',', items.Cast<object?>().Select(item => Of(list.OfType, item)))}]",
        (InputObjectType input, IReadOnlyDictionary<string, object?> fields) => Object(
            input.Fields.Where(field => fields.ContainsKey(field.Name)).Select(field => (field.Name, Of(field.Type, fields[field.Name])))),
        _ => OfAny(value),
    };

    public static string Object(IEnumerable<(string Name, string Value)> fields) =>
        $"{{{string.Join(',', fields.Select(field => $"{Quote(field.Name)}:{field.Value}"))}}}";

    private static string OfAny(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        bool boolean => boolean ? "true" : "false",
        double number => OfNumber(number),
        IReadOnlyDictionary<string, object?> fields => Object(fields.Select(field => (field.Key, OfAny(field.Value)))),
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(OfAny))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No input value is a {value.GetType()}."),
    };

    private static string OfNumber(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 1e21)
            return ((decimal)number).ToString("F0", CultureInfo.InvariantCulture);
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        if (exponent < 0)
            return text;

        // JavaScript has 1e-7 and 1e+21 where .NET has 1E-07 and 1E+21, and goes on without an exponent down to 0.000001.
        var power = int.Parse(text.AsSpan(exponent + 1), CultureInfo.InvariantCulture);
        return power is < 0 and > -7
            ? number.ToString("0.##########################", CultureInfo.InvariantCulture)
            : $"{text[..exponent]}e{(power < 0 ? "" : "+")}{power}";
    }

    private static string Quote(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var character in text)
        {
            result.Append(character switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return result.Append('"').ToString();
    }
}
