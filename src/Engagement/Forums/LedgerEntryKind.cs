using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>A step of moderation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerEntryKind>))]
public enum LedgerEntryKind
{
    /// <summary>It was kept back.</summary>
    Held,

    /// <summary>The first of two people agreed to show it.</summary>
    ReleaseApproved,

    /// <summary>It was shown.</summary>
    Released,

    /// <summary>A reader asked for a person to look at what is shown.</summary>
    Reported,

    /// <summary>A person looked at what was shown, and it stays.</summary>
    Reviewed,

    /// <summary>Its author was asked to change it.</summary>
    Returned,

    /// <summary>It was refused.</summary>
    Refused,

    /// <summary>The decision before was undone.</summary>
    Reversed,

    /// <summary>Its author appealed.</summary>
    AppealMade,

    /// <summary>The appeal was decided.</summary>
    AppealDecided,
}
