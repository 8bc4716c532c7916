namespace Engagement.Measures;

/// <summary>How a measure stands in a period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Target">What is to be reached; null where the document has no target for it.</param>
/// <param name="Wanted">The number that the target comes to, as it is read.</param>
/// <param name="OtherReading">The number that it would come to in the other reading; null where there is only one.</param>
/// <param name="IsCapped">Whether the target would be more than 100% or less than none, and is held there.</param>
/// <param name="Actual">What came of it; null until it is reported.</param>
/// <param name="Base">What the number of people behind it means for showing it.</param>
/// <param name="Rating">What the rule says.</param>
/// <param name="Why">Why it says so.</param>
/// <param name="Override">That somebody rates it otherwise; null where nobody does.</param>
public sealed record MeasureStanding(
    string Period,
    MeasureTarget? Target,
    decimal? Wanted,
    decimal? OtherReading,
    bool IsCapped,
    MeasureActual? Actual,
    SmallBase Base,
    MeasureRating Rating,
    string Why,
    RatingOverride? Override)
{
    /// <summary>The rating that counts.</summary>
    public MeasureRating Shown => Override?.Rating ?? Rating;
}
