using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>How often the same is asked again. It makes no waves by itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaveFrequency>))]
public enum WaveFrequency
{
    /// <summary>Only this once.</summary>
    Once,

    /// <summary>Each month.</summary>
    Monthly,

    /// <summary>Each school term.</summary>
    Termly,

    /// <summary>Every half year.</summary>
    TwiceAYear,

    /// <summary>Each year.</summary>
    Yearly,
}
