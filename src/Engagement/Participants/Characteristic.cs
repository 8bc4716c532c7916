using System.Text.Json.Serialization;

namespace Engagement.Participants;

/// <summary>What somebody may tell of themselves, so that it can be seen who is not heard.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Characteristic>))]
public enum Characteristic
{
    Need,

    Phase,

    District,

    Ethnicity,

    Language,

    Disability,

    Gender,

    Religion,
}
