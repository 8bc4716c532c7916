using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>Held and cancelled are terminal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityState>))]
public enum ActivityState
{
    Planned,

    Held,

    Cancelled,
}
