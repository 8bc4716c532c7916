using System.Globalization;
using Engagement.Web.Figures;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.Releases;

/// <summary>The tables of a release, as the public will read them.</summary>
internal static class ReleaseTables
{
    /// <summary>Those that may be shown.</summary>
    public static IReadOnlyList<FigureTable> Of(IReadOnlyList<Table> tables, Subject subject) =>
        [.. tables.Index().Where(table => table.Item.Refused is null).Select(table => Of(table.Item, $"{table.Index + 1}", Title(table.Item, tables, subject), subject))];

    /// <summary>What a table is called for people: what it counts, and whose answers.</summary>
    public static string Title(Table table, IReadOnlyList<Table> all, Subject subject) => TableWords.Title(table, all, subject.Words);

    private static FigureTable Of(Table table, string key, string title, Subject subject)
    {
        var hasShares = table.Rows.Any(row => row.Cells.Any(cell => cell.Percentage is not null));
        var columns = new List<FigureColumn> { new("row", subject.IsQuestion(table.RowsBy) ? "Answer" : TableWords.Rows(table, subject.Words), IsNumber: false) };
        foreach (var column in table.Columns)
        {
            var (name, words) = (column.Key ?? "people", column.Key is { } named ? subject.Words(named) : "People");
            columns.Add(new FigureColumn(name, column.TreatWithCaution ? $"{words} *" : words));
            if (hasShares)
                columns.Add(new FigureColumn($"{name}_percent", "Share"));
        }

        return new FigureTable(
            key,
            title,
            columns,
            [.. table.Rows.Select(row => (IReadOnlyList<Figure>)[Figure.Of(subject.Words(row.Key)), .. row.Cells.SelectMany(cell => Cells(cell, hasShares))])],
            NoteOf(table));
    }

    private static IEnumerable<Figure> Cells(Cell cell, bool hasShares)
    {
        yield return Count(cell.Count);
        if (hasShares)
            yield return cell.Percentage is { } share ? Figure.Of(share, "0", "%") with { Drawn = new(share) } : cell.Withheld is null ? Figure.Empty : Hidden;
    }

    private static Figure Hidden { get; } = Figure.Hidden with { Text = "Hidden" };

    private static Figure Count(int? count) => count is null ? Hidden : Figure.Of(count);

    private static string? NoteOf(Table table)
    {
        var notes = new List<string>();
        if (table.Total is { } total)
            notes.Add($"{total.ToString("N0", CultureInfo.InvariantCulture)} people, rounded.");
        if (table.HidesSomething)
            notes.Add("Hidden: the number is so small that it could point to a person, or somebody could work out such a number from it.");
        if (table.NeedsCaution)
            notes.Add("* Few people answered, so it is to be read with care.");
        return notes.Count == 0 ? null : string.Join(' ', notes);
    }
}
