using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>Held and cancelled are terminal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityState>))]
public enum ActivityState
{
    /// <summary>It is still to come.</summary>
    Planned,

    /// <summary>It took place.</summary>
    Held,

    /// <summary>It does not take place.</summary>
    Cancelled,
}
