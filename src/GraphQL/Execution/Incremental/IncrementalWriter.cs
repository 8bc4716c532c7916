using System.Globalization;
using System.Text.Json;

namespace GraphQL.Execution.Incremental;

/// <summary>Writes what results of incremental delivery have beside data and errors.</summary>
internal static class IncrementalWriter
{
    public static void Write(Utf8JsonWriter writer, IncrementalPayload payload)
    {
        if (payload.Pending.Count > 0)
        {
            writer.WriteStartArray("pending"u8);
            foreach (var pending in payload.Pending)
                WritePending(writer, pending);
            writer.WriteEndArray();
        }
        if (payload.Incremental.Count > 0)
        {
            writer.WriteStartArray("incremental"u8);
            foreach (var data in payload.Incremental)
                WriteData(writer, data);
            writer.WriteEndArray();
        }
        if (payload.Completed.Count > 0)
        {
            writer.WriteStartArray("completed"u8);
            foreach (var completed in payload.Completed)
            {
                writer.WriteStartObject();
                WriteId(writer, completed.Id);
                WriteErrors(writer, completed.Errors);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        writer.WriteBoolean("hasNext"u8, payload.HasNext);
    }

    private static void WritePending(Utf8JsonWriter writer, IPending pending)
    {
        writer.WriteStartObject();
        WriteId(writer, pending.Id!.Value);
        writer.WritePropertyName("path"u8);
        ResultWriter.WritePath(writer, pending.Path);
        if (pending.Label is { } label)
            writer.WriteString("label"u8, label);
        writer.WriteEndObject();
    }

    private static void WriteData(Utf8JsonWriter writer, IncrementalData data)
    {
        writer.WriteStartObject();
        if (data is DeferredData deferred)
        {
            WriteId(writer, deferred.Id);
            if (deferred.SubPath.Count > 0)
            {
                writer.WritePropertyName("subPath"u8);
                ResultWriter.WritePath(writer, deferred.SubPath);
            }
            WriteErrors(writer, deferred.Part.Errors);
            writer.WritePropertyName("data"u8);
            ResultWriter.WriteObject(writer, (ObjectResult)deferred.Part.Value!);
        }
        else if (data is StreamedItems streamed)
        {
            WriteId(writer, streamed.Stream.Id!.Value);
            WriteErrors(writer, [.. streamed.Items.SelectMany(item => item.Errors)]);
            writer.WriteStartArray("items"u8);
            foreach (var item in streamed.Items)
                ResultWriter.WriteValue(writer, streamed.Stream.List.ItemPlan, item.Value);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, int id) => writer.WriteString("id"u8, id.ToString(CultureInfo.InvariantCulture));

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<GraphQLError>? errors)
    {
        if (errors is not { Count: > 0 })
            return;
        writer.WritePropertyName("errors"u8);
        ResultWriter.WriteErrors(writer, errors);
    }
}
