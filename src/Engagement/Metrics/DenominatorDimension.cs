using System.Text.Json.Serialization;

namespace Engagement.Metrics;

/// <summary>What the people of a denominator set are broken down by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DenominatorDimension>))]
public enum DenominatorDimension
{
    /// <summary>Where they live.</summary>
    District,

    /// <summary>The kind of need.</summary>
    Need,

    /// <summary>The stage of education.</summary>
    Phase,
}
