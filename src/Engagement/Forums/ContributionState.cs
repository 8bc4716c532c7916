using System.Text.Json.Serialization;

namespace Engagement.Forums;

[JsonConverter(typeof(JsonStringEnumConverter<ContributionState>))]
public enum ContributionState
{
    Waiting,
    Held,
    Released,
    Returned,
    Refused,
    Withdrawn,
}
