using System.Text.Json.Serialization;

namespace Engagement.Governance;

/// <summary>Whether a seat of parents and carers was filled at a meeting.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Attendance>))]
public enum Attendance
{
    /// <summary>The representative was there.</summary>
    Attended,

    /// <summary>Somebody was there for them.</summary>
    Substitute,

    /// <summary>They had said that they could not come.</summary>
    Apologies,

    /// <summary>They were not there.</summary>
    Absent,

    /// <summary>Nobody sits in the seat. It counts as one that was not filled.</summary>
    Vacant,
}
