namespace Engagement.Releases;

/// <summary>
/// What two releases show of each other. Whoever reads both can take one from the other: what differs by a few people tells what these few did, and what
/// one of them hides can be read in the other where it has hardly changed. They can also be solved together: see <see cref="AreOpenTogether"/>.
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
            || before.Sums.Concat(after.Sums).Any(sum => ShowsTooMuchOfWhatIsHidden(sum, before.Counts, after.Counts, policy))
            || !AreOpenTogether(before, after, policy);
    }

    /// <summary>
    /// Whether all that is hidden in either, and every change by a few, stays open to somebody who puts the sums of both releases together and supposes to know
    /// of every count whether it has grown or fallen. That is more than anybody knows, so that it is refused rather than shown.
    /// </summary>
    private static bool AreOpenTogether(Figures before, Figures after, DisclosurePolicy policy)
    {
        var counts = new HiddenCounts();
        var (placesBefore, placesAfter) = (Add(before), Add(after));
        foreach (var people in placesBefore.Keys.Where(placesAfter.ContainsKey))
        {
            var (earlier, later) = (before.Counts[people], after.Counts[people]);
            var change = later.Count - earlier.Count;
            var place = counts.Add(Math.Abs(change), earlier.IsShown && later.IsShown, isGuarded: policy.IsSmall(Math.Abs(change)));
            if (change < 0)
                counts.AddUp(placesBefore[people], [placesAfter[people], place]);
            else
                counts.AddUp(placesAfter[people], [placesBefore[people], place]);
        }

        return counts.AreOpenBy(policy.HideUnder);

        Dictionary<string, int> Add(Figures figures)
        {
            var places = figures.Counts.ToDictionary(count => count.Key, count => counts.Add(count.Value.Count, count.Value.IsShown, count.Value.IsInShownTable));
            foreach (var sum in figures.Sums)
                counts.AddUp(places[sum.Total], sum.Parts.Select(part => places[part]));

            return places;
        }
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

    private static Figures Read(IReadOnlyList<FrozenTable> tables)
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
                var known = counts.GetValueOrDefault(people);
                counts[people] = new Seen(count, seen is not null || known.IsShown, shown is not null || known.IsInShownTable);
            }
        }

        return new Figures(counts, sums);
    }

    private readonly record struct Seen(int Count, bool IsShown, bool IsInShownTable)
    {
        public static Seen Nobody { get; } = new(0, true, true);
    }

    private sealed record Figures(Dictionary<string, Seen> Counts, List<Sum> Sums);

    private sealed record Sum(string Total, IReadOnlyList<string> Parts);
}
