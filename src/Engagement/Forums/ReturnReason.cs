using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution goes back to its author.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnReason>))]
public enum ReturnReason
{
    ContactDetails,
    NamedChild,
    NamedPerson,
    OffTopic,
    Other,
}
