using System.Text.Json.Serialization;

namespace Engagement.Notifications;

/// <summary>What a message is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>They are asked whether the address is theirs.</summary>
    AddressToConfirm,

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

    /// <summary>What opened, what was answered and what became of theirs in a week.</summary>
    WeeklyDigest,

    /// <summary>The report of a consultation is owed.</summary>
    ResponseDue,

    /// <summary>A promise to families is to be kept.</summary>
    CommitmentDue,

    /// <summary>A request for erasure is to be answered.</summary>
    ErasureDue,

    /// <summary>A loop is so late that it was taken to a group.</summary>
    LoopEscalated,

    /// <summary>Several reminders in one message.</summary>
    Reminders,
}
