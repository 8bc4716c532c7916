using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>How old somebody is, as nearly as anybody needs to know. A date of birth is never kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgeBand>))]
public enum AgeBand
{
    Under13,

    From13To15,

    From16To17,

    From18To25,

    Over25,
}
