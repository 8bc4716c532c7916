using System.Text.Json.Serialization;

namespace Engagement.InclusionStatements;

/// <summary>Where a statement is to be kept.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatementLevel>))]
public enum StatementLevel
{
    /// <summary>The document does not say where: everywhere.</summary>
    Everywhere,

    /// <summary>Across the county.</summary>
    County,

    /// <summary>In each area.</summary>
    Area,

    /// <summary>In schools and settings.</summary>
    Setting,
}
