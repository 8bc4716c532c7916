using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How a safeguarding item stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SafeguardingState>))]
public enum SafeguardingState
{
    /// <summary>The safeguarding lead has not taken it yet.</summary>
    Raised,

    /// <summary>The safeguarding lead has it.</summary>
    Acknowledged,

    /// <summary>It is dealt with.</summary>
    Closed,
}
