using Engagement.Releases;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Releases;

/// <summary>Holds for any figures, tried on many tables with many small counts.</summary>
public sealed class WhateverTheFigures
{
    private const int Under = 10;

    private static readonly Gen<int> Count =
        Gen.Frequency((3, Gen.Constant(0)), (5, Gen.Choose(1, 9)), (4, Gen.Choose(10, 40)), (1, Gen.Choose(41, 5_000)));

    [Fact]
    public void a_line_shows_no_small_count_and_none_can_be_worked_out() => Always(1_000, Count.NonEmptyListOf(), counts =>
    {
        if (DisclosurePolicy.Public.ShowParts([.. counts]) is not { } line)
            return counts.Sum() is > 0 and < Under;

        var hidden = Enumerable.Range(0, counts.Count).Where(i => line[i] is null).Select(i => counts[i]).ToList();
        return counts.Zip(line).All(pair => pair.First is 0 or >= Under || pair.Second is null)
            && hidden.Count != 1
            && (hidden.Count == 0 || hidden.Sum() >= Under)
            && counts.Zip(line).All(pair => pair.Second is null || pair.Second % 5 == 0 && Math.Abs(pair.Second.Value - pair.First) <= 2);
    });

    [Fact]
    public void a_table_shows_no_small_count_or_total() => Always(500, Tables(1, 6), table =>
    {
        if (DisclosurePolicy.Public.Show(table) is not { } shown)
            return table.Sum(row => row.Sum()) is > 0 and < Under;

        var (exact, hidden) = WithTotals(table, shown);
        return Cells(exact).All(cell => exact[cell.Row][cell.Column] is 0 or >= Under || hidden[cell.Row][cell.Column]);
    });

    [Fact]
    public void no_row_or_column_of_a_table_has_one_hidden_cell() => Always(500, Tables(2, 6), table =>
    {
        if (DisclosurePolicy.Public.Show(table) is not { } shown)
            return true;

        var (_, hidden) = WithTotals(table, shown);
        return hidden.All(row => row.Count(h => h) != 1)
            && Enumerable.Range(0, hidden[0].Length).All(c => hidden.Count(row => row[c]) != 1);
    });

    [Fact]
    public void no_hidden_count_of_a_table_is_known_more_closely_than_the_threshold() =>
        Always(300, Tables(1, 5), table => IsProtected([Cross("t", "all", "a", "b", table)], DisclosurePolicy.Public));

    [Fact]
    public void nor_of_tables_that_share_a_total() => Always(60, Cubes(), cube => IsProtected(OfACube(cube), DisclosurePolicy.Public));

    [Fact]
    public void nor_for_officers() => Always(60, Cubes(), cube => IsProtected(OfACube(cube), DisclosurePolicy.OfficersV1));

    [Fact]
    public void nor_of_a_table_of_the_people_in_a_cell_of_another() => Always(
        200,
        from reasons in Count.ArrayOf(4)
        from others in Count.ArrayOf(3)
        select (reasons, others),
        figures => IsProtected(
            [
                CountTable.Line("outcome", "all", "a", ["0", "1", "2", "3"], [figures.reasons.Sum(), .. figures.others]),
                CountTable.Line("reason", CountTable.Part("all", "a", "0"), "b", ["0", "1", "2", "3"], figures.reasons),
            ],
            DisclosurePolicy.Public));

    [Fact]
    public void nor_does_a_line_tell_what_all_of_a_few_who_answered_said() => Always(500, Count.ArrayOf(4), counts =>
    {
        var table = CountTable.Line("t", "all", "a", ["0", "1", "2", "left out"], counts) with { NoAnswer = "left out" };
        var answered = counts[..3].Where(count => count > 0).ToList();
        return Disclosure.Show([table], DisclosurePolicy.Public)[0] is not { } shown
            || IsProtected([table], DisclosurePolicy.Public) && (answered is not [< 20] || shown.RowTotals.Take(3).Any(count => count is null));
    });

    [Fact]
    public void two_releases_that_may_follow_each_other_leave_every_small_count_and_change_open_to_who_solves_both()
    {
        var (refused, mayFollow) = (0, 0);
        Always(400, Successive(), tables =>
        {
            FrozenTable[] before = Frozen(tables.Before);
            FrozenTable[] after = Frozen(tables.After);
            if (Differences.ShowTooMuch(before, after, DisclosurePolicy.Public))
            {
                refused++;
                return true;
            }

            mayFollow++;
            return IsOpenTogether(before[0], after[0]);
        });

        (refused, mayFollow).ShouldSatisfyAllConditions(r => r.refused.ShouldBeGreaterThan(20), r => r.mayFollow.ShouldBeGreaterThan(20));
    }

    [Fact]
    public void hiding_goes_no_further_than_it_must() => Always(500, Tables(1, 6), table =>
    {
        var large = table.Select(row => (IReadOnlyList<int>)[.. row.Select(count => count == 0 ? 0 : count + 20)]).ToList();

        return DisclosurePolicy.Public.Show(large) is { } shown && shown.Cells.All(row => row.All(cell => cell is not null));
    });

    [Fact]
    public void the_same_figures_are_always_shown_in_the_same_way() => Always(100, Cubes(), cube =>
        Text(Disclosure.Show(OfACube(cube), DisclosurePolicy.Public)) == Text(Disclosure.Show(OfACube(cube), DisclosurePolicy.Public)));

    /// <summary>All people by each two of three things: three tables, each two of which share a thing.</summary>
    private static CountTable[] OfACube(int[][][] cube)
    {
        int[][] ab = [.. cube.Select(a => a.Select(b => b.Sum()).ToArray())];
        int[][] ac = [.. cube.Select(a => Enumerable.Range(0, a[0].Length).Select(c => a.Sum(b => b[c])).ToArray())];
        int[][] bc = [.. Enumerable.Range(0, cube[0].Length).Select(b => Enumerable.Range(0, cube[0][0].Length).Select(c => cube.Sum(a => a[b][c])).ToArray())];
        return [Cross("ab", "all", "a", "b", ab), Cross("ac", "all", "a", "c", ac), Cross("bc", "all", "b", "c", bc)];
    }

    private static CountTable Cross(string name, string of, string rowsBy, string columnsBy, IReadOnlyList<IReadOnlyList<int>> table) => CountTable.Cross(
        name, of, rowsBy, [.. table.Select((_, r) => $"{r}")], columnsBy, [.. table[0].Select((_, c) => $"{c}")], table);

    private static bool IsProtected(CountTable[] tables, DisclosurePolicy policy)
    {
        var shown = Disclosure.Show(tables, policy);
        if (shown.All(table => table is null))
            return tables.Any(table => table.Total > 0);

        var reader = new Reader();
        foreach (var (table, seen) in tables.Zip(shown))
        {
            if (seen is not null)
                Read(reader, table, seen);
        }

        return reader.Hidden.All(key => reader.BoundsOf(key) is var (least, most) && !(most - least < policy.HideUnder));
    }

    private static FrozenTable[] Frozen(List<IReadOnlyList<int>> counts)
    {
        var table = Cross("t", "all", "a", "b", counts);
        return [new FrozenTable(table, Disclosure.Show([table], DisclosurePolicy.Public)[0])];
    }

    /// <summary>Whether a reader of both, who also knows what has grown and what has fallen, knows no small count and no small change more closely than the threshold.</summary>
    private static bool IsOpenTogether(FrozenTable before, FrozenTable after)
    {
        if (before.Shown is null || after.Shown is null)
            return true;

        var reader = new Reader();
        Read(reader, before.Table, before.Shown, "before ");
        Read(reader, after.Table, after.Shown, "after ");
        foreach (var key in reader.All.Where(key => key.StartsWith("before ", StringComparison.Ordinal)).Select(key => key["before ".Length..]).ToList())
        {
            var (change, isShown) = (reader.Exact($"after {key}") - reader.Exact($"before {key}"), !reader.Hidden.Contains($"after {key}") && !reader.Hidden.Contains($"before {key}"));
            reader.Sees($"change {key}", Math.Abs(change), isShown ? Math.Abs(change) : null);
            var (less, more) = change < 0 ? ("after", "before") : ("before", "after");
            reader.Adds($"{more} {key}", [$"{less} {key}", $"change {key}"]);
        }

        return reader.All.Where(key => reader.Exact(key) is > 0 and < Under).All(key =>
            reader.Hidden.Contains(key) && reader.BoundsOf(key) is var (least, most) && !(most - least < Under));
    }

    private static void Read(Reader reader, CountTable table, ShownTable shown, string release = "")
    {
        var all = release + table.Of;
        string Key(params (string? By, string Value)[] known) =>
            known.Where(k => k.By is not null).OrderBy(k => k.By, StringComparer.Ordinal).Aggregate(all, (of, k) => $"{of}/{k.By}={k.Value}");

        string RowKey(int r) => Key((table.RowsBy, table.Rows[r]));
        string ColumnKey(int c) => Key((table.ColumnsBy, table.Columns[c]));
        string CellKey(int r, int c) => Key((table.RowsBy, table.Rows[r]), (table.ColumnsBy, table.Columns[c]));

        int[] rows = [.. Enumerable.Range(0, table.Rows.Count)];
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count)];
        reader.Sees(all, table.Total, shown.Total);
        foreach (var r in rows)
        {
            reader.Sees(RowKey(r), table.Counts[r].Sum(), shown.RowTotals[r]);
            foreach (var c in columns)
                reader.Sees(CellKey(r, c), table.Counts[r][c], shown.Cells[r][c]);
        }

        reader.Adds(all, rows.Select(RowKey));
        if (table.ColumnsBy is null)
            return;

        foreach (var c in columns)
        {
            reader.Sees(ColumnKey(c), table.Counts.Sum(row => row[c]), shown.ColumnTotals[c]);
            reader.Adds(ColumnKey(c), rows.Select(r => CellKey(r, c)));
        }

        foreach (var r in rows)
            reader.Adds(RowKey(r), columns.Select(c => CellKey(r, c)));

        reader.Adds(all, columns.Select(ColumnKey));
    }

    private static string Text(IEnumerable<ShownTable?> tables) => string.Join('|', tables.Select(t => t is null
        ? "-"
        : string.Join(';', t.Cells.Append(t.RowTotals).Append(t.ColumnTotals).Select(row => string.Join(',', row)))));

    private static Gen<List<IReadOnlyList<int>>> Tables(int least, int most) =>
        from rows in Gen.Choose(least, most)
        from columns in Gen.Choose(least, most)
        from cells in Count.ArrayOf(rows * columns)
        select cells.Chunk(columns).Select(row => (IReadOnlyList<int>)row).ToList();

    // Most cells stay or grow by many; some change by a few.
    private static Gen<(List<IReadOnlyList<int>> Before, List<IReadOnlyList<int>> After)> Successive() =>
        from rows in Gen.Choose(1, 3)
        from columns in Gen.Choose(2, 3)
        from cells in Gen.Frequency((2, Gen.Choose(1, 9)), (6, Gen.Choose(10, 60))).ArrayOf(rows * columns)
        from changes in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(-3, 4)), (4, Gen.Choose(10, 40))).ArrayOf(rows * columns)
        select (
            cells.Chunk(columns).Select(row => (IReadOnlyList<int>)row).ToList(),
            cells.Zip(changes, (cell, change) => Math.Max(0, cell + change)).Chunk(columns).Select(row => (IReadOnlyList<int>)row).ToList());

    private static Gen<int[][][]> Cubes() =>
        from a in Gen.Choose(2, 3)
        from b in Gen.Choose(2, 4)
        from c in Gen.Choose(2, 3)
        from cells in Gen.Frequency((5, Gen.Constant(0)), (5, Gen.Choose(1, 9)), (2, Gen.Choose(10, 60))).ArrayOf(a * b * c)
        select cells.Chunk(b * c).Select(slice => slice.Chunk(c).ToArray()).ToArray();

    private static void Always<T>(int times, Gen<T> values, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(Arb.From(values), holds));

    private static IEnumerable<(int Row, int Column)> Cells(int[][] table) =>
        from row in Enumerable.Range(0, table.Length)
        from column in Enumerable.Range(0, table[0].Length)
        select (row, column);

    private static (int[][] Exact, bool[][] Hidden) WithTotals(List<IReadOnlyList<int>> table, ShownTable shown) =>
    (
        [
            .. table.Select(row => (int[])[.. row, row.Sum()]),
            [.. Enumerable.Range(0, table[0].Count).Select(c => table.Sum(row => row[c])), table.Sum(row => row.Sum())],
        ],
        [
            .. shown.Cells.Zip(shown.RowTotals, (row, total) => (bool[])[.. row.Select(cell => cell is null), total is null]),
            [.. shown.ColumnTotals.Select(total => total is null), false],
        ]);
}
