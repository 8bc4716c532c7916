using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How it was noticed that somebody may be at risk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingCause>))]
public enum SafeguardingCause
{
    /// <summary>The platform found words of its list.</summary>
    WordList,

    /// <summary>A moderator raised it.</summary>
    Moderator,

    /// <summary>A reader reported that somebody may be in danger.</summary>
    Report,
}
