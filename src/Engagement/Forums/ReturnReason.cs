using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a contribution goes back to its author.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReturnReason>))]
public enum ReturnReason
{
    /// <summary>It says who or where somebody is.</summary>
    ContactDetails,

    /// <summary>It names a child.</summary>
    NamedChild,

    /// <summary>It names another person.</summary>
    NamedPerson,

    /// <summary>It does not belong to the question.</summary>
    OffTopic,

    /// <summary>Something else that its author is told.</summary>
    Other,
}
