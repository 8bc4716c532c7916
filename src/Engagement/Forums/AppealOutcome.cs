using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Whether a refusal stands after an appeal.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppealOutcome>))]
public enum AppealOutcome
{
    /// <summary>The refusal stands.</summary>
    Upheld,

    /// <summary>The refusal no longer stands.</summary>
    Overturned,
}
