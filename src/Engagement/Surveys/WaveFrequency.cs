using System.Text.Json.Serialization;

namespace Engagement.Surveys;

/// <summary>How often the same is asked again. It makes no waves by itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaveFrequency>))]
public enum WaveFrequency
{
    Once,
    Monthly,
    Termly,
    TwiceAYear,
    Yearly,
}
