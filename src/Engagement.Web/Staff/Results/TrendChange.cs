namespace Engagement.Web.Staff.Results;

/// <summary>How a figure moved since the wave before.</summary>
/// <param name="Points">In points of percent; null where the two cannot be compared.</param>
/// <param name="MayBeChance">Whether it may be chance.</param>
/// <param name="Link">How the two waves hang together.</param>
public sealed record TrendChange(decimal? Points, bool MayBeChance, TrendLink Link)
{
    /// <summary>The change to a point from the one before it; null for the first.</summary>
    public static TrendChange? Of(TrendPoint? before, TrendPoint point) => (before, point.Link) switch
    {
        (null, _) or (_, null) => null,
        (_, TrendLink.Breaks) => new TrendChange(null, false, TrendLink.Breaks),
        ({ } earlier, { } link) => new TrendChange(point.Scale.Percentage - earlier.Scale.Percentage, point.MayBeChance == true, link),
    };

    public Figure ToFigure() => this switch
    {
        { Link: TrendLink.Breaks } => Figure.Of("Cannot be compared"),
        { Points: { } points } => Figure.Of(points, "+0.0;−0.0;0.0") with { Mark = MayBeChance ? "may be chance" : null },
        _ => Figure.Empty,
    };
}
