using System.Text.Json;
using System.Text.Json.Nodes;
using EventStore;

namespace Engagement.Host.Commands;

/// <summary>An event as it is stored, for people and for programs. What was encrypted stays so.</summary>
internal static class StoredEvent
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerOptions.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Data(IEvent e) => ((UnknownEvent)e.Data).Json;

    public static string Json(IEvent e) => JsonSerializer.Serialize(
        new
        {
            Position = e.Sequence,
            Stream = e.StreamId,
            e.Version,
            Type = e.EventTypeName,
            e.Timestamp,
            User = e.UserName,
            Correlation = e.CorrelationId,
            Causation = e.CausationId,
            e.Headers,
            e.IsArchived,
            Data = JsonNode.Parse(Data(e)),
        },
        OneLine);
}
