using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution is refused.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    /// <summary>It insults or attacks somebody.</summary>
    Abusive,

    /// <summary>It speaks against a group of people.</summary>
    Discriminatory,

    /// <summary>It may not be published by law.</summary>
    Unlawful,

    /// <summary>It sells something.</summary>
    Advertising,

    /// <summary>It is sent everywhere, or says nothing.</summary>
    Spam,

    /// <summary>It is not what this forum is for.</summary>
    OutsideThisForum,
}
