using System.Buffers;
using System.Text.Json;
using GraphQL.Execution;

namespace GraphQL.Server;

/// <summary>Writes the messages that a server sends by graphql-transport-ws.</summary>
internal static class SocketMessages
{
    public static byte[] ConnectionAck { get; } = Simple("connection_ack");

    public static byte[] Ping { get; } = Simple("ping");

    public static byte[] Pong { get; } = Simple("pong");

    public static ReadOnlyMemory<byte> Complete(string id) => Message("complete", id, null);

    public static ReadOnlyMemory<byte> Next(string id, ExecutionResult result) => Message("next", id, result.Write);

    public static ReadOnlyMemory<byte> Error(string id, IReadOnlyList<GraphQLError> errors) =>
        Message("error", id, writer => ResultWriter.WriteErrors(writer, errors));

    private static byte[] Simple(string type) => JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["type"] = type });

    private static ReadOnlyMemory<byte> Message(string type, string id, Action<Utf8JsonWriter>? payload)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ResultWriter.Options);
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteString("type"u8, type);
        if (payload is not null)
        {
            writer.WritePropertyName("payload"u8);
            payload(writer);
        }
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
