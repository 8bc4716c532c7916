using CsvHelper;
using Engagement.Releases;

namespace Engagement.Api.OpenData;

/// <summary>One figure of a release as a row. A count that is left out is withheld: it is too small to show, or would give one away that is.</summary>
/// <param name="Table">The table it stands in.</param>
/// <param name="RowsBy">What the rows are by.</param>
/// <param name="Row">Its row; left out in totals of columns and of all.</param>
/// <param name="ColumnsBy">What the columns are by.</param>
/// <param name="Column">Its column; left out in totals of rows and of all.</param>
/// <param name="Count">How many; left out when it is withheld.</param>
/// <param name="Percentage">Of the shown total of its column; left out when either is withheld, and in totals.</param>
[CsvRecord]
internal sealed partial record ReleaseCell(
    [property: CsvColumn("table")] string Table,
    [property: CsvColumn("rowsBy")] string RowsBy,
    [property: CsvColumn("row")] string? Row,
    [property: CsvColumn("columnsBy")] string? ColumnsBy,
    [property: CsvColumn("column")] string? Column,
    [property: CsvColumn("count")] int? Count,
    [property: CsvColumn("percentage")] decimal? Percentage)
{
    /// <summary>Every figure of a release, as it was published.</summary>
    public static IEnumerable<ReleaseCell> Of(string figures) => ReleasedFigures.TablesOf(figures).Where(table => table.Refused is null).SelectMany(Of);

    private static IEnumerable<ReleaseCell> Of(ReleasedTable table)
    {
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
                yield return new(table.Name, table.RowsBy, row.Key, table.ColumnsBy, column.Key, cell.Count, cell.Percentage);
            if (table.ColumnsBy is not null)
                yield return new(table.Name, table.RowsBy, row.Key, table.ColumnsBy, null, row.Total, null);
        }

        foreach (var column in table.Columns.Where(column => column.Key is not null))
            yield return new(table.Name, table.RowsBy, null, table.ColumnsBy, column.Key, column.Total, null);

        yield return new(table.Name, table.RowsBy, null, null, null, table.Total, null);
    }
}
