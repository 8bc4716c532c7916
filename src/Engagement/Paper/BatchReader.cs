using System.Globalization;
using CsvHelper;
using Engagement.Common;
using Engagement.Surveys;

namespace Engagement.Paper;

/// <summary>
/// Reads forms from a file with commas: a row of column names (form, received, proxy, audience, late, then the keys of questions), then a row for each
/// form. A cell is what it says, also where it begins like a formula. An option is given by its key or its words; several are divided by semicolons,
/// and a ranking by the sign &gt;, the first first.
/// </summary>
public static class BatchReader
{
    public const int MostRows = 1_000;
    public const int LongestFile = 2_000_000;

    private const string Form = "form";
    private const string Received = "received";
    private const string Proxy = "proxy";
    private const string AudienceColumn = "audience";
    private const string Late = "late";
    private static readonly string[] Dates = ["yyyy-MM-dd", "d/M/yyyy"];

    /// <summary>The column of a field that was refused: those of questions have the question's key.</summary>
    public static string ColumnOf(string? field) => field switch
    {
        "formNumber" => Form,
        "receivedOn" => Received,
        "lateBecause" => Late,
        _ => field ?? "",
    };

    public static (IReadOnlyList<BatchRow> Rows, IReadOnlyList<BatchProblem> Problems) Read(string file, Survey survey)
    {
        var problems = new List<BatchProblem>();
        if (file.Length > LongestFile)
            return ([], [new BatchProblem(0, "", "The file is too large", "Divide it into files of 2 MB or less")]);

        using var csv = CsvReader.FromText(file, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        var row = 0;
        if (Next(csv, ref row, problems) is not { } names)
            return ([], problems.Count > 0 ? problems : [new BatchProblem(0, "", "The file is empty", "Choose the file with the forms")]);

        string[] columns = [.. names.Select(CleanText.OneLine)];
        problems.AddRange(CheckColumns(columns, survey));
        if (problems.Count > 0)
            return ([], problems);

        var rows = new List<BatchRow>();
        while (Next(csv, ref row, problems) is { } cells)
        {
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;

            if (rows.Count == MostRows)
            {
                problems.Add(new BatchProblem(row, "", "The file has more than 1,000 forms", "Divide it into smaller files"));
                break;
            }

            if (cells.Length != columns.Length)
            {
                problems.Add(new BatchProblem(
                    row, "", "This row has more or fewer cells than there are columns", "Put text with commas in quotation marks"));
            }

            rows.Add(new RowReader(row, columns, cells, survey, problems).Read());
        }

        if (rows.Count == 0 && problems.Count == 0)
            problems.Add(new BatchProblem(0, "", "There is no form in this file", "Add a row for each form"));

        return (rows, problems);
    }

    /// <summary>The cells of the next row; null at the end, or where the file cannot be read further.</summary>
    private static string[]? Next(CsvReader csv, ref int row, List<BatchProblem> problems)
    {
        row++;
        try
        {
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : null;
        }
        catch (CsvFormatException)
        {
            problems.Add(new BatchProblem(row, "", "A quotation mark is in the wrong place", "Save the file again as CSV from a spreadsheet"));
            return null;
        }
    }

    private static IEnumerable<BatchProblem> CheckColumns(string[] columns, Survey survey)
    {
        foreach (var missing in new[] { Form, Received }.Except(columns))
            yield return new BatchProblem(1, missing, "This column is missing", "Add it: every form has a number and the day it was received");

        foreach (var twice in columns.GroupBy(c => c).Where(c => c.Count() > 1))
            yield return new BatchProblem(1, twice.Key, "This column is there twice", "Take one of them out");

        string[] known = [Form, Received, Proxy, AudienceColumn, Late, .. survey.Questions.Select(q => q.Key)];
        foreach (var unknown in columns.Distinct().Except(known))
            yield return new BatchProblem(1, unknown, "The survey has no question with this key", "Use the key shown beside the question, or take the column out");
    }

    private sealed class RowReader(int row, string[] columns, string[] cells, Survey survey, List<BatchProblem> problems)
    {
        public BatchRow Read()
        {
            var number = Cell(Form);
            if (PaperForm.CheckNumber(number) is { } refusal)
                Add(Form, refusal.Message, "Every form has a number");

            return new BatchRow(
                row,
                number,
                new PaperSheet(
                    Day(Received) ?? default,
                    new FilledForm([.. survey.Questions.Where(q => Cell(q.Key).Length > 0).Select(Answer)], IsProxy()) { Audience = WhoAnswers() },
                    CleanText.OrNull(Cell(Late))));
        }

        private string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var i && i < cells.Length ? CleanText.Of(cells[i]) : "";

        private void Add(string column, string problem, string remedy) => problems.Add(new BatchProblem(row, column, problem, remedy));

        private DateOnly? Day(string column)
        {
            if (DateOnly.TryParseExact(Cell(column), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return day;

            Add(column, "This is not a date", "Write it as 2024-10-01 or 1/10/2024");
            return null;
        }

        private bool IsProxy()
        {
            var cell = Cell(Proxy).ToUpperInvariant();
            if (cell is not ("" or "NO" or "YES"))
                Add(Proxy, "This is neither yes nor no", "Write yes where somebody answered for somebody else");

            return cell == "YES";
        }

        private Audience? WhoAnswers()
        {
            var cell = Cell(AudienceColumn);
            if (cell.Length == 0)
                return null;

            if (Enum.TryParse<Audience>(cell, ignoreCase: true, out var audience) && !char.IsAsciiDigit(cell[0]) && Enum.IsDefined(audience))
                return audience;

            Add(AudienceColumn, "There is no such audience", $"Write one of {string.Join(", ", Enum.GetNames<Audience>())}");
            return null;
        }

        private GivenAnswer Answer(Question question)
        {
            var cell = Cell(question.Key);
            var empty = new GivenAnswer(question.Key, null, null);
            switch (question.Kind)
            {
                case QuestionKind.FreeText:
                    return empty with { Text = cell };
                case QuestionKind.Number:
                    if (decimal.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
                        return empty with { Number = number };

                    Add(question.Key, "This is not a number", "Write digits, with a point before decimals");
                    return empty;
                case QuestionKind.Date:
                    return empty with { Date = Day(question.Key) };
                case QuestionKind.Ranking when cell.Contains('>', StringComparison.Ordinal) || !OtherAnswers.Include(OptionOf(question, cell) ?? ""):
                    return empty with { Ranking = Options(question, cell.Split('>')) };
                case QuestionKind.MultipleChoice:
                    return empty with { OptionKeys = Options(question, cell.Split(';', StringSplitOptions.RemoveEmptyEntries)) };
                default:
                    return empty with { OptionKeys = Options(question, [cell]) };
            }
        }

        private List<string> Options(Question question, IEnumerable<string> parts)
        {
            var keys = new List<string>();
            foreach (var part in parts)
            {
                if (OptionOf(question, part.Trim()) is { } key)
                {
                    keys.Add(key);
                    continue;
                }

                Add(question.Key, "There is no such answer to this question", $"Write one of {string.Join(", ", question.Options.Select(o => o.Key))}");
                break;
            }

            return keys;
        }

        private static string? OptionOf(Question question, string cell) => question.Options.FirstOrDefault(o =>
            string.Equals(o.Key, cell, StringComparison.OrdinalIgnoreCase) || string.Equals(o.Label, cell, StringComparison.OrdinalIgnoreCase))?.Key;
    }
}
