using System.Globalization;
using System.Numerics;
using CsvHelper;
using Engagement.Common;

namespace Engagement.Measures;

/// <summary>Reads figures from a file with commas.</summary>
internal static class ActualsReader
{
    public const int MostRows = 1_000;
    public const int LongestFile = 1_000_000;

    private static readonly string[] Needed = ["measure", "period"];
    private static readonly string[] Known = [.. Needed, "value", "part", "whole", "note"];

    public static (IReadOnlyList<ActualsRow> Rows, IReadOnlyList<ImportProblem> Problems) Read(string file)
    {
        var problems = new List<ImportProblem>();
        if (file.Length > LongestFile)
            return ([], [new ImportProblem(0, "", "The file is too large. Divide it into files of 1 MB or less")]);

        using var csv = CsvReader.FromText(file, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = ',',
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        var number = 0;
        if (Next(csv, ref number, problems) is not { } names)
            return ([], problems.Count > 0 ? problems : [new ImportProblem(0, "", "The file is empty. Choose the file with the figures")]);

        string[] columns = [.. names.Select(name => CleanText.OneLine(name).ToLowerInvariant())];
        problems.AddRange(Needed.Except(columns).Select(missing => new ImportProblem(1, missing, "This column is missing. Add it")));
        problems.AddRange(columns.Except(Known).Select(unknown => new ImportProblem(1, unknown, "There is no such column. Take it out")));
        problems.AddRange(columns.GroupBy(name => name).Where(name => name.Count() > 1).Select(twice => new ImportProblem(1, twice.Key, "This column is there twice. Take one of them out")));
        if (problems.Count > 0)
            return ([], problems);

        var rows = new List<ActualsRow>();
        while (Next(csv, ref number, problems) is { } cells)
        {
            if (cells.All(string.IsNullOrWhiteSpace))
                continue;

            if (rows.Count == MostRows)
            {
                problems.Add(new ImportProblem(number, "", "The file has more than 1,000 rows. Divide it into smaller files"));
                break;
            }

            if (cells.Length != columns.Length)
                problems.Add(new ImportProblem(number, "", "This row has more or fewer cells than there are columns. Put text with commas in quotation marks"));

            string Cell(string column) => Array.IndexOf(columns, column) is >= 0 and var i && i < cells.Length ? CleanText.OneLine(cells[i]) : "";
            var row = number;
            T? Number<T>(string column, NumberStyles styles) where T : struct, INumber<T>
            {
                if (Cell(column) is not { Length: > 0 } cell)
                    return null;
                if (T.TryParse(cell, styles, CultureInfo.InvariantCulture, out var value))
                    return value;
                problems.Add(new ImportProblem(row, column, "This is not a number. Write digits, with a point before decimals"));
                return null;
            }

            rows.Add(new ActualsRow(
                number,
                Cell("measure"),
                Cell("period"),
                new ReportedFigure(
                    Number<decimal>("value", NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign),
                    Number<int>("part", NumberStyles.None),
                    Number<int>("whole", NumberStyles.None),
                    CleanText.OrNull(Cell("note")))));
        }

        if (rows.Count == 0 && problems.Count == 0)
            problems.Add(new ImportProblem(0, "", "There is no figure in this file. Add a row for each figure"));

        return (rows, problems);
    }

    /// <summary>The cells of the next row; null at the end, or where the file cannot be read further.</summary>
    private static string[]? Next(CsvReader csv, ref int row, List<ImportProblem> problems)
    {
        row++;
        try
        {
            return csv.Read() ? [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)] : null;
        }
        catch (CsvFormatException)
        {
            problems.Add(new ImportProblem(row, "", "A quotation mark is in the wrong place. Save the file again as CSV from a spreadsheet"));
            return null;
        }
    }
}
