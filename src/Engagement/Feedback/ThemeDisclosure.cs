namespace Engagement.Feedback;

/// <summary>
/// What officers see of a cross table: counts of one to four are not shown, and no row or column is left with exactly one count that is not
/// shown, because it could be worked out from the total.
/// </summary>
/// <remarks>
/// Not the table of <see cref="Releases.DisclosurePolicy"/>: that hides small totals with their cells, and officers see these totals as they are
/// in <see cref="ThemeVoices"/>, however small, so that a cell hidden behind its total would follow from it.
/// </remarks>
internal static class ThemeDisclosure
{
    private const int LeastShown = 5;

    /// <param name="table">Rows of counts, all of the same length.</param>
    public static int?[][] Of(int[][] table)
    {
        var hidden = table.Select(row => row.Select(count => count is > 0 and < LeastShown).ToArray()).ToArray();
        while (HideOneMore(table, hidden))
        {
        }

        return [.. table.Select((row, r) => row.Select((count, c) => hidden[r][c] ? (int?)null : count).ToArray())];
    }

    private static bool HideOneMore(int[][] table, bool[][] hidden)
    {
        foreach (var line in Lines(table))
        {
            if (line.Count(cell => hidden[cell.Row][cell.Column]) != 1)
                continue;

            // The smallest that says something, and a nought only if there is no other.
            (int Row, int Column)[] shown = [.. line.Where(cell => !hidden[cell.Row][cell.Column])];
            if (shown.Length == 0)
                continue;

            var (r, c) = shown.OrderBy(cell => table[cell.Row][cell.Column] == 0).ThenBy(cell => table[cell.Row][cell.Column]).First();
            hidden[r][c] = true;
            return true;
        }

        return false;
    }

    private static IEnumerable<(int Row, int Column)[]> Lines(int[][] table)
    {
        for (var r = 0; r < table.Length; r++)
            yield return [.. table[r].Select((_, c) => (r, c))];

        for (var c = 0; c < (table.Length == 0 ? 0 : table[0].Length); c++)
            yield return [.. table.Select((_, r) => (r, c))];
    }
}
