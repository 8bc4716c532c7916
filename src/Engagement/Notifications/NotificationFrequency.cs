using System.Text.Json.Serialization;

namespace Engagement.Notifications;

/// <summary>How often somebody wants to be written to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationFrequency>))]
public enum NotificationFrequency
{
    /// <summary>When it happens.</summary>
    AtOnce,

    /// <summary>Once a day at most, at 8 in the morning.</summary>
    Daily,

    /// <summary>Once a week at most, on Monday at 8 in the morning.</summary>
    Weekly,
}
