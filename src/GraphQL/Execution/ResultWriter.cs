using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL.TypeSystem;

namespace GraphQL.Execution;

/// <summary>Writes results as JSON.</summary>
internal static class ResultWriter
{
    // The text is served as JSON, never inside HTML, so only what JSON itself needs is escaped.
    public static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
        MaxDepth = 2000,
    };

    /// <summary>Writes the entries that every result has, into an object that the caller begins and ends.</summary>
    public static void Write(Utf8JsonWriter writer, ExecutionResult result, ObjectResult? data)
    {
        if (result.Errors.Count > 0)
        {
            writer.WriteStartArray("errors"u8);
            foreach (var error in result.Errors)
                WriteError(writer, error);
            writer.WriteEndArray();
        }
        if (result.HasData)
        {
            writer.WritePropertyName("data"u8);
            if (data is null)
                writer.WriteNullValue();
            else
                WriteObject(writer, data);
        }
        if (result.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, extensions);
        }
    }

    public static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteStartArray();
        foreach (var error in errors)
            WriteError(writer, error);
        writer.WriteEndArray();
    }

    public static void WriteObject(Utf8JsonWriter writer, ObjectResult result)
    {
        writer.WriteStartObject();
        var fields = result.Plan.Fields;
        for (var i = 0; i < fields.Length; i++)
        {
            writer.WritePropertyName(fields[i].EncodedName);
            WriteValue(writer, fields[i].Value, result[i]);
        }
        writer.WriteEndObject();
    }

    public static void WritePath(Utf8JsonWriter writer, IReadOnlyList<object> path)
    {
        writer.WriteStartArray();
        foreach (var step in path)
        {
            if (step is int index)
                writer.WriteNumberValue(index);
            else
                writer.WriteStringValue((string)step);
        }
        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, ListResult result)
    {
        writer.WriteStartArray();
        for (var i = 0; i < result.Count; i++)
            WriteValue(writer, result.ItemPlan, result[i]);
        writer.WriteEndArray();
    }

    public static void WriteValue(Utf8JsonWriter writer, ValuePlan plan, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case ObjectResult inner:
                WriteObject(writer, inner);
                break;

            // A value of one of these stands in a result only where its scalar writes it just so.
            case string text:
                writer.WriteStringValue(text);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case ListResult list:
                WriteList(writer, list);
                break;
            case EnumValueDefinition enumValue:
                writer.WriteStringValue(enumValue.EncodedName);
                break;
            case RawJson json:
                writer.WriteRawValue(json.Utf8, skipInputValidation: true);
                break;
            default:
                ((ScalarType)plan.Named).Serialize(value, writer);
                break;
        }
    }

    private static void WriteError(Utf8JsonWriter writer, GraphQLError error)
    {
        writer.WriteStartObject();
        writer.WriteString("message"u8, error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            writer.WriteStartArray("locations"u8);
            foreach (var location in locations)
            {
                writer.WriteStartObject();
                writer.WriteNumber("line"u8, location.Line);
                writer.WriteNumber("column"u8, location.Column);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        if (error.Path is { } path)
        {
            writer.WritePropertyName("path"u8);
            WritePath(writer, path);
        }
        if (error.Extensions is { Count: > 0 } extensions)
        {
            writer.WritePropertyName("extensions"u8);
            JsonSerializer.Serialize(writer, extensions);
        }
        writer.WriteEndObject();
    }
}
