using System.Text.Json.Serialization;

namespace Engagement.KeyActions;

/// <summary>Where families shaped an action.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CoproductionKind>))]
public enum CoproductionKind
{
    /// <summary>In a consultation.</summary>
    Consultation,

    /// <summary>At a meeting, a workshop or another occasion to hear people.</summary>
    Activity,

    /// <summary>By a point that they made.</summary>
    Theme,

    /// <summary>In a loop from what they said to what was done.</summary>
    Loop,
}
