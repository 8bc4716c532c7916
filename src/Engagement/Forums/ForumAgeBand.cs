using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whom the forum is for, by age.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ForumAgeBand>))]
public enum ForumAgeBand
{
    /// <summary>Children and young people under 18.</summary>
    Under18,

    /// <summary>Adults.</summary>
    EighteenAndOver,
}
