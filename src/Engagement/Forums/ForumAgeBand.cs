using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whom the forum is for, by age.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumAgeBand>))]
public enum ForumAgeBand
{
    Under18,
    EighteenAndOver,
}
