using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whether a refusal stands after an appeal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppealOutcome>))]
public enum AppealOutcome
{
    Upheld,
    Overturned,
}
