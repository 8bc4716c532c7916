using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>What was found in the words.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MarkKind>))]
public enum MarkKind
{
    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>An e-mail address.</summary>
    Email,

    /// <summary>A postcode.</summary>
    Postcode,

    /// <summary>A street and a number.</summary>
    StreetAddress,

    /// <summary>A name on another service.</summary>
    SocialHandle,

    /// <summary>An address on the web.</summary>
    WebAddress,

    /// <summary>A number of the NHS.</summary>
    NhsNumber,

    /// <summary>A date of birth.</summary>
    DateOfBirth,

    /// <summary>Words that may mean that somebody is at risk of harm.</summary>
    PossibleDisclosure,
}
