using System.Text.Json.Serialization;

namespace Engagement.Releases;

/// <summary>Where a release is on its way to the public.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReleaseState>))]
public enum ReleaseState
{
    /// <summary>Its figures were made; whether they may be seen is not known yet.</summary>
    Drafted,

    /// <summary>Its figures cannot be shown. Final: later figures are another release.</summary>
    Failed,

    /// <summary>Its figures may be seen, and wait for a second person.</summary>
    Checked,

    /// <summary>A second person agreed that it is published.</summary>
    Approved,

    /// <summary>A later draft of the same figures took its place before it was published. Final.</summary>
    Replaced,

    /// <summary>Its figures are frozen, and anybody may read them.</summary>
    Published,

    /// <summary>A later release took its place. It stays readable. Final.</summary>
    Revised,
}
