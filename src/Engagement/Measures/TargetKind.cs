using System.Text.Json.Serialization;

namespace Engagement.Measures;

/// <summary>What a target asks for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>To improve from the baseline by at least so many percent. That has two readings: of the baseline, or in points.</summary>
    ImproveByPercent,

    /// <summary>To improve from the baseline by at least so many points.</summary>
    ImproveByPoints,

    /// <summary>To reach a value, in the measure's direction.</summary>
    Reach,

    /// <summary>A value or more.</summary>
    AtLeast,

    /// <summary>More than a value.</summary>
    Above,

    /// <summary>Less than a value: a limit to keep to.</summary>
    Below,

    /// <summary>As good as a benchmark.</summary>
    InLineWith,

    /// <summary>Better than the baseline, by however little.</summary>
    DirectionOnly,

    /// <summary>Something that is to be there, in words.</summary>
    Milestone,

    /// <summary>Made of other values, in words.</summary>
    Composite,

    /// <summary>Still to be said.</summary>
    ToBeConfirmed,

    /// <summary>The document leaves it blank.</summary>
    Blank,

    /// <summary>There is none in this period.</summary>
    NotApplicable,
}
