using System.Text.Json.Serialization;

namespace Engagement.Notifications;

/// <summary>In whose words a message is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationAudience>))]
public enum NotificationAudience
{
    /// <summary>Parents, carers and everybody else who is grown up.</summary>
    Families,

    /// <summary>Children and young people, on Your Voice: Easy Read.</summary>
    YoungPeople,

    /// <summary>People who work here, in English.</summary>
    Staff,
}
