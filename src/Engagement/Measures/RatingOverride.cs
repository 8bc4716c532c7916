namespace Engagement.Measures;

/// <summary>That somebody rates a period otherwise than the rule does.</summary>
/// <param name="Period">The period.</param>
/// <param name="Rating">How.</param>
/// <param name="ByRole">Their role.</param>
/// <param name="Reason">Why.</param>
public sealed record RatingOverride(string Period, MeasureRating Rating, string ByRole, string Reason);
