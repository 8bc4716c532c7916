using System.Text.Json.Serialization;

namespace Engagement.Forums;

/// <summary>What the public is told of a month of a forum.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TransparencyState>))]
public enum TransparencyState
{
    /// <summary>Its figures are not published yet.</summary>
    BeingChecked,

    /// <summary>Its figures are too few to be shown.</summary>
    Withheld,

    /// <summary>Its figures are there.</summary>
    Published,
}
