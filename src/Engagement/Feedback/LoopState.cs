using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>The last thing that happened in a loop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoopState>))]
public enum LoopState
{
    Opened,
    Decided,
    Committed,
    Acted,
    Published,
    Told,
}
