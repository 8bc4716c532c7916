using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution is held.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldReason>))]
public enum HoldReason
{
    ContactDetails,
    PossibleDisclosure,
    NeedsAnotherOpinion,
}
