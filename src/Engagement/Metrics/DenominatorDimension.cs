using System.Text.Json.Serialization;

namespace Engagement.Metrics;

/// <summary>What the people of a denominator set are broken down by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DenominatorDimension>))]
public enum DenominatorDimension
{
    District,
    Need,
    Phase,
}
