namespace Engagement.Measures;

/// <summary>What is to be reached in a period.</summary>
/// <param name="Period">The period, as the document calls it.</param>
/// <param name="Kind">What it asks for.</param>
/// <param name="Value">The number, where it has one.</param>
/// <param name="Text">The words, where it has some.</param>
/// <param name="ReviewedBecause">Why it took the place of another; null where it is the first.</param>
public sealed record MeasureTarget(string Period, TargetKind Kind, decimal? Value, string? Text, string? ReviewedBecause = null);
