using System.Text.Json.Serialization;

namespace Engagement.Measures;

/// <summary>How a measure stands in a period: never shown by its colour alone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MeasureRating>))]
public enum MeasureRating
{
    /// <summary>There is nothing to rate, or too little.</summary>
    NotRated,

    /// <summary>The target is worse than the baseline, so that meeting it says nothing.</summary>
    Query,

    /// <summary>Equal to the baseline or worse.</summary>
    Red,

    /// <summary>Better than the baseline, and the target is not met.</summary>
    Amber,

    /// <summary>The target is met.</summary>
    Green,
}
