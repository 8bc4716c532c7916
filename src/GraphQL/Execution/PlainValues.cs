using System.Text.Json;
using System.Text.Json.Nodes;

namespace GraphQL.Execution;

/// <summary>Turns JSON that a resolver returns into the .NET values that types know. Objects stay as they are: their fields are read from them.</summary>
internal static class PlainValues
{
    public static object? Of(object? value) => value switch
    {
        JsonElement element => Of(element),
        JsonArray array => Of((IEnumerable<JsonNode?>)array),
        JsonValue node => Of(JsonSerializer.SerializeToElement(node)),
        IEnumerable<JsonElement> elements => elements.Select(Of).ToList(),
        _ => value,
    };

    private static object? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => Number(value),
        JsonValueKind.Array => value.EnumerateArray().Select(Of).ToList(),
        _ => value,
    };

    private static List<object?> Of(IEnumerable<JsonNode?> items) => [.. items.Select(item => Of((object?)item))];

    private static object Number(JsonElement value)
    {
        if (value.TryGetInt32(out var whole))
            return whole;
        return value.TryGetInt64(out var large) ? large : value.GetDouble();
    }
}
