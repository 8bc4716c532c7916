using System.Text.Json.Serialization;

namespace Engagement.Charter;

/// <summary>How it stands with a cell that is said not to apply.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NotApplicableState>))]
public enum NotApplicableState
{
    /// <summary>It waits for a representative to agree.</summary>
    Asked,

    /// <summary>A representative agrees: it does not count.</summary>
    Agreed,

    /// <summary>A representative does not agree: it counts as before.</summary>
    Refused,
}
