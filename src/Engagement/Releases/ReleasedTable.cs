namespace Engagement.Releases;

/// <summary>
/// One table of a release, as it was frozen. Counts are rounded, so they need not add up to their totals. A line is a table of one column, which has no
/// key.
/// </summary>
/// <param name="Name">What it is called in its release.</param>
/// <param name="Of">Whom it counts.</param>
/// <param name="RowsBy">What its rows are: the key of a question, or what people are broken down by.</param>
/// <param name="ColumnsBy">What its columns are; null of a line.</param>
/// <param name="Columns">In their order; none where the table cannot be shown.</param>
/// <param name="Rows">In their order; none where the table cannot be shown.</param>
/// <param name="Total">All whom it counts; null where that is withheld.</param>
/// <param name="Refused">Why it cannot be shown, in words that carry no number; null where it can.</param>
public sealed record ReleasedTable(
    string Name,
    string Of,
    string RowsBy,
    string? ColumnsBy,
    IReadOnlyList<ReleasedColumn> Columns,
    IReadOnlyList<ReleasedRow> Rows,
    int? Total,
    string? Refused)
{
    /// <summary>All who are in a row; null where that is withheld, or there is no such row.</summary>
    public int? TotalOf(string row) => Rows.FirstOrDefault(one => one.Key == row)?.Total;
}
