using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>Why a reader thinks that a person should look at what is shown.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReportReason>))]
public enum ReportReason
{
    /// <summary>Somebody may be in danger.</summary>
    SomebodyInDanger,

    /// <summary>It says who or where somebody is.</summary>
    NamesSomebody,

    /// <summary>It attacks or insults somebody.</summary>
    Abusive,

    /// <summary>It speaks against a group of people.</summary>
    Discriminatory,

    /// <summary>It sells something, or is sent everywhere.</summary>
    Advertising,

    /// <summary>Something else.</summary>
    Other,
}
