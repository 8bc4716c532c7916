using System.Text.Json.Serialization;

namespace Engagement.Charter;

/// <summary>What can be evidence: records of the platform that something happened.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    /// <summary>An engagement activity was held.</summary>
    ActivityHeld,

    /// <summary>A run of a survey closed.</summary>
    WaveClosed,

    /// <summary>A topic of a forum closed.</summary>
    TopicClosed,

    /// <summary>"You said, we did" was published.</summary>
    LoopPublished,

    /// <summary>A loop closed: published, told, and its promises kept.</summary>
    LoopClosed,

    /// <summary>Families confirmed that an answer answers them.</summary>
    LoopConfirmed,

    /// <summary>Parents' representatives were there when a group met.</summary>
    RepresentativesAttended,
}
