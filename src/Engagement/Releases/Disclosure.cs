namespace Engagement.Releases;

/// <summary>
/// Tables of counts of people as they may be shown together under a policy: no count that is hidden in one of them follows from any row, column or
/// total of any of them.
/// </summary>
public static class Disclosure
{
    /// <summary>In the order of the tables; null is <see cref="DisclosurePolicy.CannotBeShown"/>.</summary>
    /// <exception cref="ArgumentException">Two tables count the same people differently.</exception>
    public static IReadOnlyList<ShownTable?> Show(IReadOnlyList<CountTable> tables, DisclosurePolicy policy)
    {
        // Of few people nothing is shown at all.
        var counts = LinkedCounts.Of(tables.Where(table => !policy.IsSmall(table.Total)));
        var hidden = Suppression.Of(counts, policy);
        return [.. tables.Select(table => policy.IsSmall(table.Total) ? null : Show(table, counts, hidden, policy))];
    }

    private static ShownTable? Show(CountTable table, LinkedCounts counts, bool?[] hidden, DisclosurePolicy policy)
    {
        if (hidden[Place(null, null)] is null)
            return null;

        int[] rows = [.. Enumerable.Range(0, table.Rows.Count)];
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count)];
        return new ShownTable(
            [.. rows.Select(r => (IReadOnlyList<int?>)[.. columns.Select(c => Shown(Place(r, c)))])],
            [.. rows.Select(r => Shown(Place(r, null)))],
            [.. columns.Select(c => Shown(Place(null, c)))],
            Shown(Place(null, null)));

        int Place(int? row, int? column) => counts.PlaceOf(table.PeopleIn(row, column));

        int? Shown(int place) => hidden[place] is false ? policy.Rounded(counts.Values[place]) : null;
    }
}
