using System.Text.Json;

namespace Engagement.Releases;

/// <summary>A table of a release as it was published, read from its frozen figures: what the public sees never comes from anywhere else.</summary>
/// <param name="Name">What it is called in its release.</param>
/// <param name="Of">Whom it counts.</param>
/// <param name="RowsBy">What its rows are.</param>
/// <param name="ColumnsBy">What its columns are; null of a line.</param>
/// <param name="Rows">The keys of its rows.</param>
/// <param name="Columns">The keys of its columns; of a line, one that is empty.</param>
/// <param name="Shown">Null where it cannot be shown: <see cref="DisclosurePolicy.CannotBeShown"/>.</param>
public sealed record PublishedTable(
    string Name, string Of, string RowsBy, string? ColumnsBy, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, ShownTable? Shown)
{
    /// <summary>All tables of a release, in its order.</summary>
    /// <param name="figures">What was published: <see cref="ReleasePage.Figures"/>.</param>
    public static IReadOnlyList<PublishedTable> Read(string figures)
    {
        using var json = JsonDocument.Parse(figures);
        return [.. json.RootElement.GetProperty("tables").EnumerateArray().Select(Read)];
    }

    /// <summary>A count of a line, or the total of a row; null where it is hidden, or the table is.</summary>
    public int? Count(string row) => Shown?.RowTotals[Rows.ToList().IndexOf(row)];

    private static PublishedTable Read(JsonElement table)
    {
        var (name, of, rowsBy) = (Text(table, "name"), Text(table, "of"), Text(table, "rowsBy"));
        var columnsBy = table.TryGetProperty("columnsBy", out var by) ? by.GetString() : null;
        if (table.TryGetProperty("refused", out _))
            return new PublishedTable(name, of, rowsBy, columnsBy, [], [], null);

        var (rows, counts, total) = (Texts(table, "rows"), table.GetProperty("counts"), Count(table.GetProperty("total")));
        if (columnsBy is not null)
        {
            return new PublishedTable(name, of, rowsBy, columnsBy, rows, Texts(table, "columns"), new ShownTable(
                [.. counts.EnumerateArray().Select(Counts)], Counts(table.GetProperty("rowTotals")), Counts(table.GetProperty("columnTotals")), total));
        }

        var line = Counts(counts);
        return new PublishedTable(name, of, rowsBy, null, rows, [""], new ShownTable([.. line.Select(count => (IReadOnlyList<int?>)[count])], line, [total], total));
    }

    private static string Text(JsonElement table, string name) => table.GetProperty(name).GetString()!;

    private static string[] Texts(JsonElement table, string name) => [.. table.GetProperty(name).EnumerateArray().Select(text => text.GetString()!)];

    private static IReadOnlyList<int?> Counts(JsonElement counts) => [.. counts.EnumerateArray().Select(Count)];

    private static int? Count(JsonElement count) => count.ValueKind == JsonValueKind.Null ? null : count.GetInt32();
}
