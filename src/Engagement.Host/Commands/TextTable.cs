namespace Engagement.Host.Commands;

/// <summary>Rows in columns that are as wide as what is in them; the last is cut where the line ends.</summary>
/// <param name="headers">Those of columns of numbers begin with a tilde, and stand to the right.</param>
internal sealed class TextTable(params string[] headers)
{
    private const string Gap = "  ";
    private const int LongestCell = 64;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void WriteTo(TextWriter output, int width)
    {
        var last = headers.Length - 1;
        var widths = headers.Select((header, column) => Math.Min(LongestCell, _rows.Select(row => row[column].Length).Append(header.TrimStart('~').Length).Max())).ToArray();
        Write([.. headers.Select(header => header.TrimStart('~'))]);
        foreach (var row in _rows)
            Write(row);

        void Write(string[] cells)
        {
            var line = string.Join(Gap, cells.Take(last).Select((cell, column) =>
                headers[column].StartsWith('~') ? Terminal.Fit(cell, widths[column]).PadLeft(widths[column]) : Terminal.Fit(cell, widths[column]).PadRight(widths[column])));
            var room = Math.Max(10, width - line.Length - Gap.Length);
            var end = headers[last].StartsWith('~') ? cells[last].PadLeft(widths[last]) : cells[last];
            output.WriteLine($"{line}{Gap}{Terminal.Fit(end, room)}".TrimEnd());
        }
    }
}
