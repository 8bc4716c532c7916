using System.Text.Json.Serialization;

namespace Engagement.Measures;

/// <summary>How "improve from the baseline by at least 20%" is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImprovementReading>))]
public enum ImprovementReading
{
    /// <summary>By that part of the baseline: from 40% to 48%.</summary>
    Relative,

    /// <summary>By that many points: from 40% to 60%.</summary>
    Points,
}
