using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>What a participant may allow.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Permission>))]
public enum Permission
{
    /// <summary>To be written to about what became of what they said.</summary>
    Contact,

    /// <summary>To have their own words published.</summary>
    Quote,
}
