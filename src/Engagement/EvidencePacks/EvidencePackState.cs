using System.Text.Json.Serialization;

namespace Engagement.EvidencePacks;

/// <summary>Where a pack stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidencePackState>))]
public enum EvidencePackState
{
    /// <summary>It is being made, or waits to be.</summary>
    Asked,

    /// <summary>It is there.</summary>
    Made,

    /// <summary>It could not be made.</summary>
    Failed,
}
