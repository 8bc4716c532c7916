using System.Collections;
using System.Globalization;
using System.Text;
using GraphQL.TypeSystem;
using GraphQL.TypeSystem.Scalars;

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
        double number => NumberText.Of(number),
        IReadOnlyDictionary<string, object?> fields => Object(fields.Select(field => (field.Key, OfAny(field.Value)))),
        IEnumerable items => $"[{string.Join(',', items.Cast<object?>().Select(OfAny))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"No input value is a {value.GetType()}."),
    };

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
