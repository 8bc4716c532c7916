namespace Engagement.Releases;

/// <summary>
/// Counts with the totals that are shown beside them: the last row holds those of the columns, the last column those of the rows.
/// </summary>
internal sealed class TableWithTotals
{
    private readonly int[,] _counts;

    private TableWithTotals(int[,] counts) => _counts = counts;

    /// <summary>Without the totals.</summary>
    public int Rows => _counts.GetLength(0) - 1;

    public int Columns => _counts.GetLength(1) - 1;

    public int Total => _counts[Rows, Columns];

    public int this[int row, int column] => _counts[row, column];

    public static TableWithTotals Of(IReadOnlyList<IReadOnlyList<int>> table)
    {
        var (rows, columns) = (table.Count, table.Count == 0 ? 0 : table[0].Count);
        if (table.Any(row => row.Count != columns))
            throw new ArgumentException("Each row of a table must have the same number of columns.", nameof(table));

        var counts = new int[rows + 1, columns + 1];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                var count = table[r][c];
                ArgumentOutOfRangeException.ThrowIfNegative(count);
                counts[r, c] = count;
                counts[r, columns] += count;
                counts[rows, c] += count;
                counts[rows, columns] += count;
            }
        }

        return new TableWithTotals(counts);
    }
}
