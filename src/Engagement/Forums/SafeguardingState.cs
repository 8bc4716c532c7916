using System.Text.Json.Serialization;

namespace Engagement.Forums;

[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingState>))]
public enum SafeguardingState
{
    Raised,
    Acknowledged,
    Closed,
}
