using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>How an appeal against a refusal stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AppealState>))]
public enum AppealState
{
    /// <summary>Its author has not appealed.</summary>
    None,

    /// <summary>It waits for another moderator than the one who refused.</summary>
    Open,

    /// <summary>The refusal stands.</summary>
    Upheld,

    /// <summary>The refusal no longer stands.</summary>
    Overturned,
}
