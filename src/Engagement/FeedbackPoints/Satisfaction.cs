using System.Text.Json.Serialization;

namespace Engagement.FeedbackPoints;

/// <summary>How satisfied a family is with a step of the assessment.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Satisfaction>))]
public enum Satisfaction
{
    /// <summary>Fully satisfied.</summary>
    FullySatisfied,

    /// <summary>Mostly satisfied.</summary>
    MostlySatisfied,

    /// <summary>Neither satisfied nor dissatisfied.</summary>
    Neither,

    /// <summary>Mostly dissatisfied.</summary>
    MostlyDissatisfied,

    /// <summary>Fully dissatisfied.</summary>
    FullyDissatisfied,

    /// <summary>Not sure: outside the scale.</summary>
    NotSure,
}
