namespace Engagement.Releases;

/// <summary>
/// A table as it may be shown, by row and then by column; null where a count is hidden. A line is a table of one column, which is its totals too.
/// </summary>
/// <param name="Cells">By row, then column.</param>
/// <param name="RowTotals">In the order of the rows.</param>
/// <param name="ColumnTotals">In the order of the columns.</param>
/// <param name="Total">All of them; null where it is hidden.</param>
public sealed record ShownTable(
    IReadOnlyList<IReadOnlyList<int?>> Cells, IReadOnlyList<int?> RowTotals, IReadOnlyList<int?> ColumnTotals, int? Total);
