using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>Whether what people asked for will be done.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionOutcome>))]
public enum DecisionOutcome
{
    /// <summary>Something will be done.</summary>
    WeWill,

    /// <summary>It cannot be done, for reasons that are published.</summary>
    WeCannot,
}
