using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Coerces JSON to input types, and goes on behind a mistake to find the others.</summary>
internal static class JsonReader
{
    // Stands for what could not be read. It is not null, so that it is not taken for something given as null.
    private static readonly object Unreadable = new();

    /// <param name="type">The type.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="path">Where in which variable the JSON stands, such as <c>input.answers[0]</c>.</param>
    /// <param name="errors">Takes what is wrong. Once it has anything, the value is of no use.</param>
    public static object? Read(GraphQLType type, JsonElement json, string path, VariableErrors errors)
    {
        if (errors.IsFull)
            return Unreadable;
        if (json.ValueKind == JsonValueKind.Null)
            return type.IsNonNull ? Invalid($"Expected non-nullable type \"{type}\" not to be null.", null, path, json, errors) : null;
        try
        {
            return type.Nullable switch
            {
                ListType list => ReadList(list, json, path, errors),
                InputObjectType input => ReadObject(input, json, path, errors),
                EnumType enumType => enumType.ParseValue(json),
                ScalarType scalar => scalar.ParseValue(json),
                _ => throw new InvalidOperationException($"'{type}' is not an input type; validate documents before execution."),
            };
        }
        catch (ValueCoercionException exception)
        {
            return Invalid(exception.Message, null, path, json, errors);
        }
    }

    private static List<object?> ReadList(ListType type, JsonElement json, string path, VariableErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [Read(type.OfType, json, path, errors)];
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            items.Add(Read(type.OfType, item, $"{path}[{items.Count}]", errors));
        return items;
    }

    private static object ReadObject(InputObjectType type, JsonElement json, string path, VariableErrors errors)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Invalid($"Expected type \"{type.Name}\" to be an object.", null, path, json, errors);
        var before = errors.Count;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (type.Fields.TryGet(property.Name, out var field))
                values[property.Name] = Read(field.Type, property.Value, $"{path}.{property.Name}", errors);
            else
                Report($"Field \"{ValueCoercionException.Shorten(property.Name)}\" is not defined by type \"{type.Name}\".");
        }
        InputObjects.Complete(type, values, Report);
        return errors.Count > before ? Unreadable : InputObjects.Create(type, values, Report) ?? Unreadable;

        void Report(string message, string? code = null) => Invalid(message, code, path, json, errors);
    }

    private static object Invalid(string message, string? code, string path, JsonElement json, VariableErrors errors)
    {
        if (errors.IsFull)
            return Unreadable;
        var end = path.AsSpan().IndexOfAny('.', '[');
        var (variable, place) = end < 0 ? (path, "") : (path[..end], $" at \"{path}\"");
        errors.Add($"Variable \"${variable}\" got invalid value {Shorten(json)}{place}; {message}", code);
        return Unreadable;
    }

    // Of a huge value only the beginning is made text, however many mistakes are in it.
    private static string Shorten(JsonElement json)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        return ValueCoercionException.Shorten(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 400)]));
    }
}
