using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How it was noticed that somebody may be at risk.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingCause>))]
public enum SafeguardingCause
{
    WordList,
    Moderator,
}
