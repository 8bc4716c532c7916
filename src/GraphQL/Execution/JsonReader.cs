using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GraphQL.TypeSystem;
using GraphQL.TypeSystem.Scalars;

namespace GraphQL.Execution;

/// <summary>Coerces JSON to input types, and goes on behind a mistake to find the others.</summary>
internal static class JsonReader
{
    // Stands for what could not be read. It is not null, so that it is not taken for something given as null.
    private static readonly object Unreadable = new();

    /// <param name="type">The type.</param>
    /// <param name="json">The JSON.</param>
    /// <param name="path">Where in which variable the JSON stands, such as <c>input.answers[0]</c>.</param>
    /// <param name="reading">Takes what is wrong. Once it has any errors, the value is of no use.</param>
    public static object? Read(GraphQLType type, JsonElement json, string path, VariableReading reading)
    {
        if (reading.IsFull)
            return Unreadable;
        if (json.ValueKind == JsonValueKind.Null)
            return ReadNull(type, json, path, reading);
        try
        {
            return type.Nullable switch
            {
                ListType list => ReadList(list, json, path, reading),
                InputObjectType input => ReadObject(input, json, path, reading),
                EnumType enumType => enumType.ParseValue(json),
                ScalarType scalar => scalar.ParseValue(json),
                _ => throw new InvalidOperationException($"'{type}' is not an input type; validate documents before execution."),
            };
        }
        catch (ValueCoercionException exception)
        {
            return Invalid(exception.Message, null, path, json, reading);
        }
    }

    private static object? ReadNull(GraphQLType type, JsonElement json, string path, VariableReading reading)
    {
        if (reading.FileAt(path) is { } file)
            return ReadFile(type, file, json, path, reading);
        return type.IsNonNull ? Invalid($"Expected non-nullable type \"{type}\" not to be null.", null, path, json, reading) : null;
    }

    private static object ReadFile(GraphQLType type, IFile file, JsonElement json, string path, VariableReading reading) => type.Nullable switch
    {
        ListType list => new List<object?> { ReadFile(list.OfType, file, json, path, reading) },
        UploadScalar => file,
        _ => Invalid($"Expected type \"{type}\", found a file.", null, path, json, reading),
    };

    private static List<object?> ReadList(ListType type, JsonElement json, string path, VariableReading reading)
    {
        if (json.ValueKind != JsonValueKind.Array)
            return [Read(type.OfType, json, path, reading)];
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
            items.Add(Read(type.OfType, item, $"{path}[{items.Count}]", reading));
        return items;
    }

    private static object ReadObject(InputObjectType type, JsonElement json, string path, VariableReading reading)
    {
        if (json.ValueKind != JsonValueKind.Object)
            return Invalid($"Expected type \"{type.Name}\" to be an object.", null, path, json, reading);
        var before = reading.ErrorCount;
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            if (type.Fields.TryGet(property.Name, out var field))
                values[property.Name] = Read(field.Type, property.Value, $"{path}.{property.Name}", reading);
            else
                Report($"Field \"{ValueCoercionException.Shorten(property.Name)}\" is not defined by type \"{type.Name}\".");
        }
        InputObjects.Complete(type, values, Report);
        return reading.ErrorCount > before ? Unreadable : InputObjects.Create(type, values, Report) ?? Unreadable;

        void Report(string message, string? code = null) => Invalid(message, code, path, json, reading);
    }

    private static object Invalid(string message, string? code, string path, JsonElement json, VariableReading reading)
    {
        if (reading.IsFull)
            return Unreadable;
        var end = path.AsSpan().IndexOfAny('.', '[');
        var (variable, place) = end < 0 ? (path, "") : (path[..end], $" at \"{path}\"");
        reading.Report($"Variable \"${variable}\" got invalid value {Shorten(json)}{place}; {message}", code);
        return Unreadable;
    }

    // Of a huge value only the beginning is made text, however many mistakes are in it.
    private static string Shorten(JsonElement json)
    {
        var utf8 = JsonMarshal.GetRawUtf8Value(json);
        return ValueCoercionException.Shorten(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, 400)]));
    }
}
