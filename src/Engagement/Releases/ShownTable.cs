namespace Engagement.Releases;

/// <summary>
/// A table as it may be shown, by row and then by column; null where a count is hidden. A line is a table of one column, which is its totals too.
/// </summary>
public sealed record ShownTable(
    IReadOnlyList<IReadOnlyList<int?>> Cells, IReadOnlyList<int?> RowTotals, IReadOnlyList<int?> ColumnTotals, int? Total);
