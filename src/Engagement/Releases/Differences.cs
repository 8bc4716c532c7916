namespace Engagement.Releases;

/// <summary>
/// What two releases show of each other. Whoever reads both can take one from the other: what differs by a few people tells what these few did, and what
/// one of them hides can be read in the other where it has hardly changed.
/// </summary>
internal static class Differences
{
    /// <summary>Whether the two together show a count that neither may show.</summary>
    /// <param name="earlier">What was released.</param>
    /// <param name="later">What would be.</param>
    /// <param name="policy">Under which policy.</param>
    public static bool ShowTooMuch(IReadOnlyList<FrozenTable> earlier, IReadOnlyList<FrozenTable> later, DisclosurePolicy policy)
    {
        var (before, after) = (Read(earlier), Read(later));
        return before.Counts.Any(count => after.Counts.TryGetValue(count.Key, out var now) && ShowTooMuch(count.Value, now, policy))
            || before.Sums.Concat(after.Sums).Any(sum => ShowsTooMuchOfWhatIsHidden(sum, before.Counts, after.Counts, policy));
    }

    private static bool ShowTooMuch(Seen before, Seen after, DisclosurePolicy policy)
    {
        var difference = Math.Abs(after.Count - before.Count);
        return (before.IsShown, after.IsShown) switch
        {
            (true, true) => policy.IsSmall(difference),
            (false, false) => false,
            _ => difference < policy.HideUnder,
        };
    }

    // What the parts that are hidden in either have grown by together is the growth of their total less that of the others.
    private static bool ShowsTooMuchOfWhatIsHidden(
        Sum sum, Dictionary<string, Seen> before, Dictionary<string, Seen> after, DisclosurePolicy policy)
    {
        if (!AreShown(sum.Total))
            return false;

        var hidden = Change(sum.Total) - sum.Parts.Where(AreShown).Sum(Change);
        return policy.IsSmall(Math.Abs(hidden));

        // Whoever is in one of them only was nobody in the other.
        bool AreShown(string people) => before.GetValueOrDefault(people, Seen.Nobody).IsShown && after.GetValueOrDefault(people, Seen.Nobody).IsShown;

        int Change(string people) => after.GetValueOrDefault(people).Count - before.GetValueOrDefault(people).Count;
    }

    private static (Dictionary<string, Seen> Counts, List<Sum> Sums) Read(IReadOnlyList<FrozenTable> tables)
    {
        var counts = new Dictionary<string, Seen>();
        var sums = new List<Sum>();
        foreach (var (table, shown) in tables)
        {
            int[] rows = [.. Enumerable.Range(0, table.Rows.Count)];
            int[] columns = [.. Enumerable.Range(0, table.Columns.Count)];
            Add(null, null, table.Total, shown?.Total);
            foreach (var r in rows)
            {
                Add(r, null, table.Counts[r].Sum(), shown?.RowTotals[r]);
                foreach (var c in columns)
                    Add(r, c, table.Counts[r][c], shown?.Cells[r][c]);
            }

            sums.Add(new Sum(table.PeopleIn(null, null), [.. rows.Select(r => table.PeopleIn(r, null))]));
            if (table.ColumnsBy is null)
                continue;

            foreach (var c in columns)
            {
                Add(null, c, table.Counts.Sum(row => row[c]), shown?.ColumnTotals[c]);
                sums.Add(new Sum(table.PeopleIn(null, c), [.. rows.Select(r => table.PeopleIn(r, c))]));
            }

            sums.Add(new Sum(table.PeopleIn(null, null), [.. columns.Select(c => table.PeopleIn(null, c))]));
            sums.AddRange(rows.Select(r => new Sum(table.PeopleIn(r, null), [.. columns.Select(c => table.PeopleIn(r, c))])));

            void Add(int? row, int? column, int count, int? seen)
            {
                var people = table.PeopleIn(row, column);
                counts[people] = new Seen(count, seen is not null || counts.GetValueOrDefault(people).IsShown);
            }
        }

        return (counts, sums);
    }

    private readonly record struct Seen(int Count, bool IsShown)
    {
        public static Seen Nobody { get; } = new(0, true);
    }

    private sealed record Sum(string Total, IReadOnlyList<string> Parts);
}
