namespace Engagement.Measures;

/// <summary>Which measures to list; what is null does not narrow the list.</summary>
/// <param name="Words">Those with these words in their name, or with this number.</param>
/// <param name="Area">Those of an area of the plan.</param>
/// <param name="Rating">Those that stand so in the last period that has a figure.</param>
/// <param name="OnlyUnclear">Only those of which something is unclear in the document.</param>
public sealed record MeasureFilter(string? Words = null, int? Area = null, MeasureRating? Rating = null, bool OnlyUnclear = false);
