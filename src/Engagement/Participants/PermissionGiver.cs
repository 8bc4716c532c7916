using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>Who allowed it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermissionGiver>))]
public enum PermissionGiver
{
    /// <summary>The person.</summary>
    Self,

    /// <summary>Their parent or carer, with them.</summary>
    ParentOrCarer,
}
