using System.Text.Json.Serialization;

namespace Engagement.Activities;

/// <summary>What kind of occasion it is.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
public enum ActivityKind
{
    /// <summary>A group that talks a question through.</summary>
    FocusGroup,

    /// <summary>People work something out together.</summary>
    Workshop,

    /// <summary>A meeting.</summary>
    Meeting,

    /// <summary>A talk with one person.</summary>
    OneToOne,

    /// <summary>A group that supports one another, visited.</summary>
    SupportGroup,
}
