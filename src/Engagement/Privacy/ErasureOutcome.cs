using System.Text.Json.Serialization;

namespace Engagement.Privacy;

/// <summary>How a request for erasure is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ErasureOutcome>))]
public enum ErasureOutcome
{
    /// <summary>Everything is erased.</summary>
    Granted,

    /// <summary>The words go; answers that point to nobody stay in totals.</summary>
    Partly,

    /// <summary>Nothing is erased, on a ground that the law gives.</summary>
    Refused,
}
