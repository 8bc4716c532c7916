using System.Text.Json.Serialization;

namespace Engagement.Feedback;

/// <summary>The last thing that happened in a loop.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoopState>))]
public enum LoopState
{
    /// <summary>It was opened, or its decision is looked at again.</summary>
    Opened,

    /// <summary>A decision was recorded.</summary>
    Decided,

    /// <summary>Something was promised.</summary>
    Committed,

    /// <summary>Something was done.</summary>
    Acted,

    /// <summary>Its entry was published.</summary>
    Published,

    /// <summary>Those who said it were told.</summary>
    Told,
}
