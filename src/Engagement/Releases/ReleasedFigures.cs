using System.Text.Json;
using Engagement.LocalOffer;

namespace Engagement.Releases;

/// <summary>Reads the figures of a release as <see cref="FrozenFigures"/> wrote them down: what was published, and nothing that is counted anew.</summary>
public static class ReleasedFigures
{
    public static IReadOnlyList<ReleasedTable> TablesOf(string figures)
    {
        using var json = JsonDocument.Parse(figures);
        return [.. json.RootElement.GetProperty("tables").EnumerateArray().Select(TableOf)];
    }

    /// <summary>What was published in words of the Local Offer; null where that is nothing.</summary>
    public static LocalOfferReturn? LocalOfferOf(string figures)
    {
        using var json = JsonDocument.Parse(figures);
        return json.RootElement.TryGetProperty(FrozenFigures.LocalOfferName, out var found) ? found.Deserialize<LocalOfferReturn>(FrozenFigures.Words) : null;
    }

    private static ReleasedTable TableOf(JsonElement table)
    {
        var refused = Text(table, "refused");
        var (columns, rows) = refused is not null ? ([], []) : table.TryGetProperty("columns", out _) ? Cross(table) : Line(table);
        return new ReleasedTable(
            Text(table, "name")!, Text(table, "of")!, Text(table, "rowsBy")!, Text(table, "columnsBy"), columns, rows, refused is null ? Count(table.GetProperty("total")) : null, refused);
    }

    private static (IReadOnlyList<ReleasedColumn> Columns, IReadOnlyList<ReleasedRow> Rows) Line(JsonElement table)
    {
        var (counts, percentages) = (Items(table, "counts"), Items(table, "percentages"));
        return (
            [new ReleasedColumn(null, Count(table.GetProperty("total")), table.GetProperty("treatWithCaution").GetBoolean())],
            [.. Items(table, "rows").Select((key, r) => new ReleasedRow(key.GetString()!, Count(counts[r]), [CellOf(counts[r], percentages[r])]))]);
    }

    private static (IReadOnlyList<ReleasedColumn> Columns, IReadOnlyList<ReleasedRow> Rows) Cross(JsonElement table)
    {
        var (counts, percentages, rowTotals) = (Items(table, "counts"), Items(table, "percentages"), Items(table, "rowTotals"));
        var (columnTotals, caution) = (Items(table, "columnTotals"), Items(table, "treatWithCaution"));
        return (
            [.. Items(table, "columns").Select((key, c) => new ReleasedColumn(key.GetString(), Count(columnTotals[c]), caution[c].GetBoolean()))],
            [
                .. Items(table, "rows").Select((key, r) => new ReleasedRow(
                    key.GetString()!,
                    Count(rowTotals[r]),
                    [.. counts[r].EnumerateArray().Zip(percentages[r].EnumerateArray(), CellOf)])),
            ]);
    }

    private static ReleasedCell CellOf(JsonElement count, JsonElement percentage)
    {
        var (people, percent) = (Count(count), percentage.ValueKind == JsonValueKind.Null ? (decimal?)null : percentage.GetDecimal());
        return new ReleasedCell(people, percent, people is null ? WithheldFigure.Count : percent is null ? WithheldFigure.Percentage : null);
    }

    private static JsonElement[] Items(JsonElement table, string name) => [.. table.GetProperty(name).EnumerateArray()];

    private static int? Count(JsonElement count) => count.ValueKind == JsonValueKind.Null ? null : count.GetInt32();

    private static string? Text(JsonElement table, string name) => table.TryGetProperty(name, out var text) ? text.GetString() : null;
}
