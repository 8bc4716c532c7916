using System.Text.Json.Serialization;

namespace Engagement.Operations;

/// <summary>What is done with messages that could not be handled.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MessageAct>))]
public enum MessageAct
{
    /// <summary>Handed back to their queue.</summary>
    HandedBack,

    /// <summary>Given another body.</summary>
    Edited,

    /// <summary>Thrown away for good.</summary>
    Purged,
}
