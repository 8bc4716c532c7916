using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>A step of moderation.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LedgerEntryKind>))]
public enum LedgerEntryKind
{
    Held,
    ReleaseApproved,
    Released,
    Reviewed,
    Returned,
    Refused,
    Reversed,
    AppealMade,
    AppealDecided,
}
