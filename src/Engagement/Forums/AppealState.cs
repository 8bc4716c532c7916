using System.Text.Json.Serialization;

namespace Engagement.Forums;

[JsonConverter(typeof(JsonStringEnumConverter<AppealState>))]
public enum AppealState
{
    None,
    Open,
    Upheld,
    Overturned,
}
