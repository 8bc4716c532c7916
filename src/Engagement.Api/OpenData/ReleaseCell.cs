using System.Text.Json;
using CsvHelper;

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
internal sealed partial record ReleaseCell(string Table, string RowsBy, string? Row, string? ColumnsBy, string? Column, int? Count, decimal? Percentage)
{
    /// <summary>Every figure of a release, read from the file that was published.</summary>
    public static IEnumerable<ReleaseCell> Of(string figures)
    {
        using var json = JsonDocument.Parse(figures);
        return [.. json.RootElement.GetProperty("tables").EnumerateArray().Where(table => !table.TryGetProperty("refused", out _)).SelectMany(Of)];
    }

    private static IEnumerable<ReleaseCell> Of(JsonElement table)
    {
        var (name, rowsBy) = (table.GetProperty("name").GetString()!, table.GetProperty("rowsBy").GetString()!);
        string[] rows = [.. table.GetProperty("rows").EnumerateArray().Select(row => row.GetString()!)];
        var (counts, percentages) = (table.GetProperty("counts"), table.GetProperty("percentages"));
        if (table.TryGetProperty("columnsBy", out var by))
        {
            var columnsBy = by.GetString();
            string[] columns = [.. table.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)];
            for (var r = 0; r < rows.Length; r++)
            {
                for (var c = 0; c < columns.Length; c++)
                    yield return new(name, rowsBy, rows[r], columnsBy, columns[c], CountIn(counts[r][c]), PercentageIn(percentages[r][c]));
                yield return new(name, rowsBy, rows[r], columnsBy, null, CountIn(table.GetProperty("rowTotals")[r]), null);
            }

            for (var c = 0; c < columns.Length; c++)
                yield return new(name, rowsBy, null, columnsBy, columns[c], CountIn(table.GetProperty("columnTotals")[c]), null);
        }
        else
        {
            for (var r = 0; r < rows.Length; r++)
                yield return new(name, rowsBy, rows[r], null, null, CountIn(counts[r]), PercentageIn(percentages[r]));
        }

        yield return new(name, rowsBy, null, null, null, CountIn(table.GetProperty("total")), null);
    }

    private static int? CountIn(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static decimal? PercentageIn(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal();
}
