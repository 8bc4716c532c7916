namespace Engagement.FeedbackPoints;

/// <summary>A child's case came to a step of the statutory assessment.</summary>
/// <param name="CaseRefHash">The case, by a keyed hash of its reference: the reference itself is kept nowhere.</param>
/// <param name="Point">Which of the five steps.</param>
/// <param name="ReachedOn">The day; its month is the one that the case is counted in at this step.</param>
public sealed record CaseReachedPoint(string CaseRefHash, int Point, DateOnly ReachedOn);

/// <summary>The family said how satisfied they were with a step.</summary>
public sealed record SatisfactionGiven(int Point, Satisfaction Satisfaction);

/// <summary>The figures of a month were closed. They change by correction only.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Points">All five points, in their order.</param>
public sealed record MonthCollated(DateOnly Month, IReadOnlyList<PointFigures> Points);

/// <summary>The figures of a collated month were replaced by what is now known, and why.</summary>
public sealed record CollationCorrected(DateOnly Month, IReadOnlyList<PointFigures> Points, string Reason);
