using System.Text.Json;

namespace EventStore;

/// <summary>Headers as they are written: their names as given, whatever naming the event data follows.</summary>
internal static class EventHeaders
{
    public static byte[]? Serialize(IReadOnlyDictionary<string, JsonElement>? headers) =>
        headers is null ? null : JsonSerializer.SerializeToUtf8Bytes(headers);
}
