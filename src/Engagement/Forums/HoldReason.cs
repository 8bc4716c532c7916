using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution is held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldReason>))]
public enum HoldReason
{
    /// <summary>It seems to say who or where somebody is.</summary>
    ContactDetails,

    /// <summary>Somebody may be at risk of harm; the safeguarding lead looks at it.</summary>
    PossibleDisclosure,

    /// <summary>A moderator wants another one to look at it.</summary>
    NeedsAnotherOpinion,
}
