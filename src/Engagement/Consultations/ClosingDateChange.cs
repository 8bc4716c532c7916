namespace Engagement.Consultations;

/// <summary>A closing date that moved.</summary>
/// <param name="Was">The last day before.</param>
/// <param name="ClosesOn">The last day after.</param>
/// <param name="Reason">Why it moved.</param>
/// <param name="Source">Where the right date is written, of one that had been recorded wrongly; null of one that was extended.</param>
/// <param name="At">When.</param>
public sealed record ClosingDateChange(DateOnly Was, DateOnly ClosesOn, string Reason, string? Source, DateTimeOffset At);
