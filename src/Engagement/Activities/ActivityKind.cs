using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>What kind of occasion it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
public enum ActivityKind
{
    FocusGroup,

    Workshop,

    Meeting,

    OneToOne,

    SupportGroup,
}
