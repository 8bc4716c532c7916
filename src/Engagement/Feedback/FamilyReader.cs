using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>Who speaks for families where one person or group has to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FamilyReader>))]
public enum FamilyReader
{
    /// <summary>A parent or carer of Kent PACT.</summary>
    ParentForum,

    /// <summary>A young person of a youth group.</summary>
    YoungPeople,
}
