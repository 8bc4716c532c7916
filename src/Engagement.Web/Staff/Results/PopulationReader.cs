using System.Globalization;
using CsvHelper;

namespace Engagement.Web.Staff.Results;

/// <summary>
/// Reads the groups of a population as they come from a spreadsheet: what it is broken down by, the group, and how many, divided by tabs, commas or
/// semicolons. A row of headings may stand first. A district is given by its code or its name.
/// </summary>
internal static class PopulationReader
{
    private const int Columns = 3;

    public static (IReadOnlyList<PopulationGroup> Groups, IReadOnlyList<string> Problems) Read(string text)
    {
        var (groups, problems) = (new List<PopulationGroup>(), new List<string>());
        using var csv = CsvReader.FromText(text, new CsvReaderOptions
        {
            HasHeader = false,
            Separator = SeparatorOf(text),
            SkipEmptyLines = false,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
        for (var row = 1; ; row++)
        {
            try
            {
                if (!csv.Read())
                    break;
            }
            catch (CsvFormatException)
            {
                problems.Add($"Row {row}: a quotation mark is in the wrong place");
                break;
            }

            string[] cells = [.. Enumerable.Range(0, csv.FieldCount).Select(place => csv.GetString(place).Trim())];
            if (cells.All(cell => cell.Length == 0) || (row == 1 && IsHeadings(cells)))
                continue;
            if (Problem(cells, out var group) is { } problem)
                problems.Add($"Row {row}: {problem}");
            else
                groups.Add(group!);
        }

        return (groups, problems);
    }

    /// <summary>A count as people write it: 44,921 too.</summary>
    public static bool CountOf(string text, out int count) =>
        int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out count);

    private static char SeparatorOf(string text)
    {
        var first = text.Split('\n')[0];
        return first.Contains('\t', StringComparison.Ordinal) ? '\t' : first.Contains(';', StringComparison.Ordinal) ? ';' : ',';
    }

    private static bool IsHeadings(string[] cells) => cells.Length == Columns && !CountOf(cells[2], out _) && DimensionOf(cells[0]) is null;

    private static string? Problem(string[] cells, out PopulationGroup? group)
    {
        group = null;
        if (cells.Length != Columns)
            return $"it has {cells.Length} cells. Give three: district, need or phase; the group; how many people";
        if (DimensionOf(cells[0]) is not { } dimension)
            return $"“{cells[0]}” is none of district, need and phase";
        if (cells[1].Length == 0)
            return "the group is missing";
        if (!CountOf(cells[2], out var count) || count < 0)
            return $"“{cells[2]}” is not a number of people";
        var key = cells[1];
        if (dimension is PopulationDimension.District)
        {
            var district = Districts.All.FirstOrDefault(known =>
                string.Equals(known.Code, key, StringComparison.OrdinalIgnoreCase) || string.Equals(known.Name, key, StringComparison.OrdinalIgnoreCase));
            if (district.Code is null)
                return $"there is no district “{key}”";
            key = district.Code;
        }

        group = new PopulationGroup(dimension, key, count);
        return null;
    }

    private static PopulationDimension? DimensionOf(string word) => word.ToUpperInvariant() switch
    {
        "DISTRICT" => PopulationDimension.District,
        "NEED" => PopulationDimension.Need,
        "PHASE" => PopulationDimension.Phase,
        _ => null,
    };
}
