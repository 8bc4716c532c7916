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
    public void a_line_shows_no_small_count_and_none_can_be_worked_out() => Always(Count.NonEmptyListOf(), counts =>
    {
        if (DisclosurePolicy.PublicV1.Show([.. counts]) is not { } line)
            return counts.Sum() is > 0 and < Under;

        var hidden = Enumerable.Range(0, counts.Count).Where(i => line.Counts[i] is null).Select(i => counts[i]).ToList();
        return counts.Zip(line.Counts).All(pair => pair.First is 0 or >= Under || pair.Second is null)
            && hidden.Count != 1
            && hidden.Sum() is 0 or >= Under
            && counts.Zip(line.Counts).All(pair => pair.Second is null || pair.Second % 5 == 0 && Math.Abs(pair.Second.Value - pair.First) <= 2);
    });

    [Fact]
    public void a_table_shows_no_small_count_or_total() => Always(Tables(), table =>
    {
        if (DisclosurePolicy.PublicV1.Show(table) is not { } shown)
            return table.Sum(row => row.Sum()) is > 0 and < Under;

        var (exact, hidden) = WithTotals(table, shown);
        return Cells(exact).All(cell => exact[cell.Row][cell.Column] is 0 or >= Under || hidden[cell.Row][cell.Column]);
    });

    [Fact]
    public void no_row_or_column_of_a_table_has_one_hidden_cell() => Always(Tables(2), table =>
    {
        if (DisclosurePolicy.PublicV1.Show(table) is not { } shown)
            return true;

        var (_, hidden) = WithTotals(table, shown);
        return hidden.All(row => row.Count(h => h) != 1)
            && Enumerable.Range(0, hidden[0].Length).All(c => hidden.Count(row => row[c]) != 1);
    });

    [Fact]
    public void no_hidden_cell_of_a_table_follows_from_the_exact_values_of_all_that_are_shown() => Always(Tables(2), table =>
    {
        if (DisclosurePolicy.PublicV1.Show(table) is not { } shown)
            return true;

        var (_, hidden) = WithTotals(table, shown);
        return !LinearAlgebra.FixesAny(hidden);
    });

    [Fact]
    public void hiding_goes_no_further_than_it_must() => Always(Tables(), table =>
    {
        var large = table.Select(row => (IReadOnlyList<int>)[.. row.Select(count => count == 0 ? 0 : count + Under)]).ToList();

        return DisclosurePolicy.PublicV1.Show(large) is { } shown && shown.Cells.All(row => row.All(cell => cell is not null));
    });

    private static Gen<List<IReadOnlyList<int>>> Tables(int least = 1) =>
        from rows in Gen.Choose(least, 6)
        from columns in Gen.Choose(least, 6)
        from cells in Count.ArrayOf(rows * columns)
        select cells.Chunk(columns).Select(row => (IReadOnlyList<int>)row).ToList();

    private static void Always<T>(Gen<T> values, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Arb.From(values), holds));

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
