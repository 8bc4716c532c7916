using System.Text.Json.Serialization;

namespace Engagement.AccessLog;

/// <summary>To what somebody had access.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccessKind>))]
public enum AccessKind
{
    /// <summary>Views were read, by one person in one request.</summary>
    ViewsRead,

    /// <summary>A safeguarding item was opened.</summary>
    SafeguardingOpened,

    /// <summary>An evidence pack was taken.</summary>
    EvidencePackTaken,

    /// <summary>Messages that could not be handled were looked into, handed back, edited or thrown away.</summary>
    MessagesTended,

    /// <summary>A command that reads or changes what is people's was used on the machine that the platform runs on.</summary>
    CommandUsed,
}
