using System.Text.Json.Serialization;

namespace Engagement.Governance;

/// <summary>How a seat stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SeatState>))]
public enum SeatState
{
    /// <summary>Nobody sits in it.</summary>
    Vacant,

    /// <summary>Nobody sits in it yet; Kent PACT has said who is to.</summary>
    Nominated,

    /// <summary>A representative sits in it.</summary>
    Taken,
}
