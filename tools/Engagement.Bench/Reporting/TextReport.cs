using System.Globalization;
using System.Text;

namespace Engagement.Bench.Reporting;

/// <summary>The report for people: a table with the numbers under one another, and the machine.</summary>
internal static class TextReport
{
    private static readonly string[] Headings = ["name", "value", "unit", "ceiling", "ratio", "peak MB"];

    private static readonly bool[] IsNumber = [false, true, false, true, true, true];

    public static string Format(Report report)
    {
        var lines = report.Rows.Select(Cells).Prepend(Headings).ToList();
        var widths = Headings.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        var text = new StringBuilder().AppendLine();
        foreach (var line in lines)
            text.AppendLine(string.Join("  ", line.Select((cell, column) => IsNumber[column] ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());

        foreach (var rows in report.Rows.Where(row => row.Note is not null).GroupBy(row => row.Note))
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{string.Join("; ", rows.Select(row => row.Name))}: {rows.Key}");

        var machine = report.Machine;
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{machine.Cores} cores, {machine.MemoryGigabytes:0.0} GB, {machine.Processor}")
            .AppendLine(CultureInfo.InvariantCulture, $"{machine.OperatingSystem}, PostgreSQL {machine.PostgreSql} with a quarter of the memory, .NET {machine.DotNet}");
        if (report.Quick)
            text.AppendLine("Measured with --quick: for a first look, not for quoting.");
        return text.ToString();
    }

    private static string[] Cells(Row row) =>
    [
        row.Name,
        Number(row.Value),
        row.Unit,
        row.Ceiling is { } ceiling ? Number(ceiling) : "-",
        row.Ratio is { } ratio ? ratio.ToString("0%", CultureInfo.InvariantCulture) : "-",
        Number(row.PeakMemoryMegabytes),
    ];

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.00", CultureInfo.InvariantCulture);
}
