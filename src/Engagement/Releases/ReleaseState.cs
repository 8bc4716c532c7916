using System.Text.Json.Serialization;

namespace Engagement.Releases;

[JsonConverter(typeof(JsonStringEnumConverter<ReleaseState>))]
public enum ReleaseState
{
    /// <summary>Its figures were made; whether they may be seen is not known yet.</summary>
    Drafted,

    /// <summary>Its figures cannot be shown. Final: later figures are another release.</summary>
    Failed,

    /// <summary>Its figures may be seen, and wait for a second person.</summary>
    Checked,

    Approved,

    /// <summary>A later draft of the same figures took its place before it was published. Final.</summary>
    Replaced,

    Published,

    /// <summary>A later release took its place. It stays readable. Final.</summary>
    Revised,
}
