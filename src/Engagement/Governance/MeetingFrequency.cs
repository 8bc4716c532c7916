using System.Text.Json.Serialization;

namespace Engagement.Governance;

/// <summary>How often a group meets.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeetingFrequency>))]
public enum MeetingFrequency
{
    /// <summary>Every month.</summary>
    Monthly,

    /// <summary>Every second month.</summary>
    EverySecondMonth,

    /// <summary>Four times a year.</summary>
    Quarterly,

    /// <summary>Twice a year.</summary>
    TwiceAYear,

    /// <summary>When there is something to decide.</summary>
    WhenNeeded,
}
