namespace Engagement.FeedbackPoints;

/// <summary>A month of feedback points, exact: for officers. The public reads the releases of months.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Points">All five: as collated, or as they stand while the month is open.</param>
/// <param name="Collation">When it was closed and corrected; null while it is open.</param>
/// <param name="HasChangedSince">Whether more is known now than was collated: a correction would take it in.</param>
public sealed record MonthFigures(DateOnly Month, IReadOnlyList<PointFigures> Points, CollationPage? Collation, bool HasChangedSince)
{
    /// <summary>In percent, that of the least covered point; null where no case reached any.</summary>
    public decimal? HeadlineCoverage => PointFigures.HeadlineCoverage(Points);
}
