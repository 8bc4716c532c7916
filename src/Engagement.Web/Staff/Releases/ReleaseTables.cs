using System.Globalization;
using Engagement.Web.Figures;
using Engagement.Web.HaveYourSay;
using Engagement.Web.Staff.Results;

namespace Engagement.Web.Staff.Releases;

/// <summary>The tables of a release, as the public will read them.</summary>
internal static class ReleaseTables
{
    /// <summary>Those that may be shown.</summary>
    public static IReadOnlyList<FigureTable> Of(IReadOnlyList<Table> tables, Subject subject) =>
        [.. tables.Index().Where(table => table.Item.Refused is null).Select(table => Of(table.Item, $"{table.Index + 1}", Title(table.Item, tables, subject), subject))];

    /// <summary>What a table is called for people: what it counts, and whose answers.</summary>
    public static string Title(Table table, IReadOnlyList<Table> all, Subject subject)
    {
        var (survey, voice) = Split(table.Of);
        var surveys = all.Select(other => Split(other.Of).Survey).Distinct().ToList();
        var which = surveys.Count > 1 ? $", survey {surveys.IndexOf(survey) + 1}" : "";
        var by = table.ColumnsBy is { } columns ? $" by {ResultTables.Humanise(columns).ToLowerInvariant()}" : "";
        return $"{RowsOf(table, subject)}{by}: {WordsOf(voice, subject)}{which}";
    }

    private static FigureTable Of(Table table, string key, string title, Subject subject)
    {
        var hasShares = table.Rows.Any(row => row.Cells.Any(cell => cell.Percentage is not null));
        var columns = new List<FigureColumn> { new("row", subject.IsQuestion(table.RowsBy) ? "Answer" : RowsOf(table, subject), IsNumber: false) };
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

    /// <summary>A question, or one option of a question with several, or what people are broken down by.</summary>
    private static string RowsOf(Table table, Subject subject) => table.RowsBy.Split(':') is [var question, var option]
        ? $"{subject.Words(question)} {subject.Words(option)}"
        : subject.Words(table.RowsBy);

    /// <summary>Figures of a consultation name the survey by its id before whose answers they are.</summary>
    private static (string Survey, string Voice) Split(string of) =>
        of.Split(' ', 2) is [{ Length: 32 } survey, var voice] && Guid.TryParseExact(survey, "N", out _) ? (survey, voice) : ("", of);

    private static string WordsOf(string voice, Subject subject)
    {
        if (voice.Split(' ', 2) is [var audience, ("own voice" or "proxy") and var how])
            return new Results.Voice(Enum.TryParse<Audience>(audience, out var whose) ? whose : null, how == "proxy").Text;
        return subject.Words(voice);
    }

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
