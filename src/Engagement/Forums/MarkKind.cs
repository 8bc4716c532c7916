using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>What was found in the words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkKind>))]
public enum MarkKind
{
    Phone,
    Email,
    Postcode,
    StreetAddress,
    SocialHandle,
    WebAddress,
    NhsNumber,
    DateOfBirth,
    PossibleDisclosure,
}
