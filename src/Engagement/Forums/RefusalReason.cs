using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution is refused.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    Abusive,
    Discriminatory,
    Unlawful,
    Advertising,
    Spam,
    OutsideThisForum,
}
