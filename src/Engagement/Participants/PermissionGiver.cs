using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>Who allowed it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermissionGiver>))]
public enum PermissionGiver
{
    Self,

    ParentOrCarer,
}
