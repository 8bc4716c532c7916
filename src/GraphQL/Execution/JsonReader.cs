using System.Text.Json;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Coerces JSON to input types.</summary>
internal static class JsonReader
{
    /// <param name="type">The type.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="path">Where in which variable the JSON stands, such as <c>input.answers[0]</c>.</param>
    public static object? Read(GraphQLType type, JsonElement json, string path)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return type.IsNonNull ? throw Invalid(path, json, $"Expected non-nullable type \"{type}\" not to be null.") : null;
        try
        {
            return type.Nullable switch
            {
                ListType list => ReadList(list, json, path),
                InputObjectType input => ReadObject(input, json, path),
                EnumType enumType => enumType.ParseValue(json),
                ScalarType scalar => scalar.ParseValue(json),
                _ => throw new InvalidOperationException($"'{type}' is not an input type; validate documents before execution."),
            };
        }
        catch (ValueCoercionException exception)
        {
            throw Invalid(path, json, exception.Message);
        }
    }

    private static List<object?> ReadList(ListType type, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [Read(type.OfType, json, path)];
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            items.Add(Read(type.OfType, item, $"{path}[{items.Count}]"));
        return items;
    }

    private static object ReadObject(InputObjectType type, JsonElement json, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Invalid(path, json, $"Expected type \"{type.Name}\" to be an object.");
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (!type.Fields.TryGet(property.Name, out var field))
                throw Invalid(path, json, $"Field \"{ValueCoercionException.Shorten(property.Name)}\" is not defined by type \"{type.Name}\".");
            values[property.Name] = Read(field.Type, property.Value, $"{path}.{property.Name}");
        }
        return InputObjects.Finish(type, values, message => Invalid(path, json, message));
    }

    private static InputException Invalid(string path, JsonElement json, string message)
    {
        var end = path.AsSpan().IndexOfAny('.', '[');
        var (variable, place) = end < 0 ? (path, "") : (path[..end], $" at \"{path}\"");
        return new($"Variable \"${variable}\" got invalid value {ValueCoercionException.Shorten(json.GetRawText())}{place}; {message}");
    }
}
