using System.Text.Json.Serialization;

namespace Engagement.Notifications;

/// <summary>What a message to somebody who took part is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>What they sent has reached us.</summary>
    ResponseReceived,

    /// <summary>Somebody has read what they said.</summary>
    ViewRead,

    /// <summary>What they said was grouped with others that make the same point.</summary>
    ViewGrouped,

    /// <summary>There is an answer: "you said, we did".</summary>
    EntryPublished,

    /// <summary>They are asked whether the answer answers them.</summary>
    ConfirmationAsked,

    /// <summary>A consultation has opened in an area they care about.</summary>
    ConsultationOpened,

    /// <summary>All that is new in one message, instead of one for each.</summary>
    Digest,
}
