using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>What somebody may tell of themselves, so that it can be seen who is not heard.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Characteristic>))]
public enum Characteristic
{
    /// <summary>The kind of need.</summary>
    Need,

    /// <summary>The phase of education.</summary>
    Phase,

    /// <summary>The district they live in.</summary>
    District,

    /// <summary>Their ethnic group.</summary>
    Ethnicity,

    /// <summary>The language they speak at home.</summary>
    Language,

    /// <summary>A disability.</summary>
    Disability,

    /// <summary>Their gender.</summary>
    Gender,

    /// <summary>Their religion or belief.</summary>
    Religion,
}
