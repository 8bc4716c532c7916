using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>How a response reached us.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Channel>))]
public enum Channel
{
    Web,
    Api,
    Paper,
}
