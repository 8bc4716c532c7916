using System.Text.Json.Serialization;

namespace Engagement.Privacy;

[JsonConverter(typeof(JsonStringEnumConverter<ErasureOutcome>))]
public enum ErasureOutcome
{
    Granted,

    /// <summary>The words go; answers that point to nobody stay in totals.</summary>
    Partly,

    Refused,
}
