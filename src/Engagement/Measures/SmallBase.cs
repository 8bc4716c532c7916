namespace Engagement.Measures;

/// <summary>What the number of people behind a percentage means for showing it.</summary>
public enum SmallBase
{
    /// <summary>It can be shown.</summary>
    None,

    /// <summary>10 to 29 people: treat it with caution.</summary>
    Caution,

    /// <summary>It could identify somebody, so it is not shown: under 10 people, or none or all of under 20.</summary>
    TooSmall,
}
