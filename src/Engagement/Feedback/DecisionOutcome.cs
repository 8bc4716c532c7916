using System.Text.Json.Serialization;

namespace Engagement.Feedback;

[JsonConverter(typeof(JsonStringEnumConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    WeWill,
    WeCannot,
}
