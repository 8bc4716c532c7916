using System.Text.Json.Serialization;

namespace Engagement.EvidencePacks;

/// <summary>The forms in which a pack can be taken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidencePackFile>))]
public enum EvidencePackFile
{
    /// <summary>A page to read, complete in itself, that prints well.</summary>
    Html,

    /// <summary>The same, printed.</summary>
    Pdf,

    /// <summary>Everything: the page, what is behind each of its figures, the proofs and the manifest.</summary>
    Zip,
}
