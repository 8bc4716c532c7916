using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>How old somebody is, as nearly as anybody needs to know. A date of birth is never kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgeBand>))]
public enum AgeBand
{
    /// <summary>Under 13 years.</summary>
    Under13,

    /// <summary>13 to 15 years.</summary>
    From13To15,

    /// <summary>16 or 17 years.</summary>
    From16To17,

    /// <summary>18 to 25 years.</summary>
    From18To25,

    /// <summary>Over 25 years.</summary>
    Over25,
}
