using Engagement.Releases;

namespace Engagement.FeedbackPoints;

/// <summary>A month of feedback points, exact: for officers.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Points">All five: as collated, or as they stand while the month is open.</param>
/// <param name="Collation">When it was closed and corrected; null while it is open.</param>
/// <param name="HasChangedSince">Whether more is known now than was collated: a correction would take it in.</param>
public sealed record MonthFigures(DateOnly Month, IReadOnlyList<PointFigures> Points, CollationPage? Collation, bool HasChangedSince)
{
    /// <summary>In percent, that of the least covered point; null where no case reached any.</summary>
    public decimal? HeadlineCoverage => PointFigures.HeadlineCoverage(Points);

    /// <summary>As they may be seen under a policy.</summary>
    public IReadOnlyList<ShownPoint> Shown(DisclosurePolicy policy) => [.. Points.Select(p => ShownPoint.Of(p, policy))];

    /// <summary>The headline under a policy: shown only when every point behind it is, because it says which is the least.</summary>
    public decimal? ShownHeadline(DisclosurePolicy policy)
    {
        ShownPoint[] reached = [.. Points.Where(p => p.Reached > 0).Select(p => ShownPoint.Of(p, policy))];
        return reached.All(p => p.Coverage is not null) ? reached.Min(p => p.Coverage) : null;
    }
}
