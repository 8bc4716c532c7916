using Engagement.Releases;

namespace Engagement.Tests.Releases;

public sealed class WhatReleasesShowOfEachOther
{
    [Theory]
    [InlineData("20 30", "20 30", false, "nothing has changed")]
    [InlineData("20 30", "20 33", true, "three people more said the second")]
    [InlineData("20 30", "20 31", true, "one person more, even where both are rounded alike")]
    [InlineData("20 30", "19 31", true, "one person changed their answer")]
    [InlineData("20 30", "20 29", true, "one person took theirs back")]
    [InlineData("20 30", "30 42", false, "ten and twelve are many enough")]
    [InlineData("20 30", "30 30", false, "ten more said the first, and nobody the second")]
    [InlineData("12 3 25 40", "12 3 35 60", false, "what is hidden in both has not changed")]
    [InlineData("12 3 25 40", "14 4 35 60", true, "the hidden ones have grown by three together")]
    [InlineData("12 3 25 40", "18 9 35 60", false, "the hidden ones have grown by twelve together")]
    [InlineData("12 3 25 40", "12 13 25 40", true, "the 12 that was hidden is shown now, and is the same")]
    public void what_a_few_people_did_between_two_releases_is_not_shown(string before, string after, bool isTooMuch, string because) =>
        Differences.ShowTooMuch(Line(before), Line(after), DisclosurePolicy.Public).ShouldBe(isTooMuch, because);

    [Fact]
    public void the_totals_of_a_table_are_compared_too()
    {
        // Each cell has changed by ten or more, and the second row by one altogether.
        FrozenTable[] before = Cross([[50, 60], [70, 80]]);
        FrozenTable[] after = Cross([[65, 80], [91, 60]]);

        Differences.ShowTooMuch(before, after, DisclosurePolicy.Public).ShouldBeTrue();
    }

    [Fact]
    public void the_same_people_in_another_table_are_compared_too()
    {
        var crossed = Frozen(CountTable.Cross("P1 by District", "own", "P1", ["0", "1"], "District", ["E1", "E2"], [[30, 24], [60, 60]]));

        Differences.ShowTooMuch(Line("50 120"), crossed, DisclosurePolicy.Public).ShouldBeTrue();
        Differences.ShowTooMuch(Line("54 120"), crossed, DisclosurePolicy.Public).ShouldBeFalse();
    }

    [Fact]
    public void what_follows_only_from_both_together_is_seen_too()
    {
        // No row, column or cell has changed by a few; but the sums of both, put together, leave less open than either.
        FrozenTable[] before = Cross([[4, 41, 31], [45, 7, 3]]);
        FrozenTable[] after = Cross([[4, 41, 49], [78, 7, 21]]);

        Differences.ShowTooMuch(before, after, DisclosurePolicy.Public).ShouldBeTrue();
    }

    [Fact]
    public void other_people_are_not_compared() => Differences.ShowTooMuch(
        Line("20 30"), Frozen(CountTable.Line("P1", "proxy", "P1", ["0", "1"], [21, 31])), DisclosurePolicy.Public).ShouldBeFalse();

    private static FrozenTable[] Line(string counts)
    {
        int[] exact = [.. counts.Split(' ').Select(int.Parse)];
        return Frozen(CountTable.Line("P1", "own", "P1", [.. exact.Select((_, i) => $"{i}")], exact));
    }

    private static FrozenTable[] Cross(int[][] counts) => Frozen(CountTable.Cross("t", "own", "P1", ["0", "1"], "District", [.. counts[0].Select((_, i) => $"E{i}")], counts));

    private static FrozenTable[] Frozen(CountTable table) => [new FrozenTable(table, Disclosure.Show([table], DisclosurePolicy.Public)[0])];
}
