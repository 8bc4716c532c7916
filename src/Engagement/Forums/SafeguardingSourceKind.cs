using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>What a safeguarding item can come from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingSourceKind>))]
public enum SafeguardingSourceKind
{
    /// <summary>A post or a comment in a forum.</summary>
    Contribution,
}
