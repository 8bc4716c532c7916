using System.Text.Json.Serialization;

namespace Engagement.Measures;

/// <summary>Which way is better.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureDirection>))]
public enum MeasureDirection
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}
