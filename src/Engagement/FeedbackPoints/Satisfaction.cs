using System.Text.Json.Serialization;

namespace Engagement.FeedbackPoints;

[JsonConverter(typeof(JsonStringEnumConverter<Satisfaction>))]
public enum Satisfaction
{
    FullySatisfied,
    MostlySatisfied,
    Neither,
    MostlyDissatisfied,
    FullyDissatisfied,
    NotSure,
}
