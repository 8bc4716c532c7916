using System.Text.Json.Serialization;

namespace Engagement.Measures;

/// <summary>What the values of a measure are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureKind>))]
public enum MeasureKind
{
    /// <summary>A part of a whole, in percent.</summary>
    Percentage,

    /// <summary>A count, a score or another number.</summary>
    Number,

    /// <summary>Something that is there or is not.</summary>
    Milestone,
}
