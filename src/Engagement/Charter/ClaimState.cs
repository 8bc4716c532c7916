using System.Text.Json.Serialization;

namespace Engagement.Charter;

/// <summary>How a claim stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimState>))]
public enum ClaimState
{
    /// <summary>It was made, and no representative has looked at it.</summary>
    Made,

    /// <summary>A representative of another organisation accepts it.</summary>
    Verified,

    /// <summary>A representative of another organisation does not accept it.</summary>
    Disputed,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>What it rests on is too old.</summary>
    Expired,
}
