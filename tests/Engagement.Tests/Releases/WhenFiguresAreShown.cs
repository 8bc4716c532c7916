using Engagement.Releases;

namespace Engagement.Tests.Releases;

public sealed class WhenFiguresAreShown
{
    private static readonly DisclosurePolicy Public = DisclosurePolicy.Public;
    private static readonly DisclosurePolicy Officers = DisclosurePolicy.OfficersV1;

    [Theory]
    [InlineData(0, null)]
    [InlineData(9, null)]
    [InlineData(10, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(670, 670)]
    public void the_public_sees_no_count_under_ten_and_others_to_the_nearest_five(int count, int? shown) => Public.Lone(count).ShouldBe(shown);

    [Fact]
    public void a_small_count_is_hidden_with_another_because_the_total_would_tell_it()
    {
        var line = Line(12, 3, 25, 0).ShouldNotBeNull();

        line.RowTotals.ShouldBe([null, null, 25, 0]);
        line.Total.ShouldBe(40);
    }

    [Fact]
    public void what_is_hidden_together_is_not_a_small_count_either()
    {
        // The 4 and the 3 would be known to be 7 between them: two families who know themselves would know all.
        Line(4, 3, 11, 40).ShouldNotBeNull().RowTotals.ShouldBe([null, null, null, 40]);
    }

    [Fact]
    public void without_small_counts_all_are_shown() => Line(12, 28).ShouldNotBeNull().RowTotals.ShouldBe([10, 30]);

    [Fact]
    public void of_fewer_than_ten_people_nothing_is_shown()
    {
        Line(4, 0, 5).ShouldBeNull();
        Public.Show([[4, 0], [0, 5]]).ShouldBeNull();
    }

    [Fact]
    public void a_refusal_carries_no_number() =>
        DisclosurePolicy.CannotBeShown.Message.ShouldBe("This table cannot be shown because it could identify someone");

    [Fact]
    public void a_table_of_one_row_is_a_line()
    {
        var table = Public.Show([[12, 3, 25, 0]]).ShouldNotBeNull();

        table.Cells.Single().ShouldBe([null, null, 25, 0]);
        table.RowTotals.ShouldBe([40]);
        table.ColumnTotals.ShouldBe([null, null, 25, 0]);
        table.Total.ShouldBe(40);
    }

    [Fact]
    public void in_a_table_a_small_cell_is_hidden_with_another_in_its_row_and_in_its_column()
    {
        var table = Public.Show([[3, 20, 60], [15, 30, 70], [40, 50, 80]]).ShouldNotBeNull();

        table.Cells[0].ShouldBe([null, null, 60]);
        table.Cells[1].ShouldBe([null, null, 70]);
        table.Cells[2].ShouldBe([40, 50, 80]);
        table.RowTotals.ShouldBe([85, 115, 170]);
        table.ColumnTotals.ShouldBe([60, 100, 210]);
    }

    [Fact]
    public void officers_see_no_one_to_four_people_in_a_cross_table_and_others_exactly()
    {
        var table = Officers.Show([[3, 7], [9, 11]]).ShouldNotBeNull();

        table.Cells.SelectMany(row => row).ShouldAllBe(cell => cell == null);
        table.RowTotals.ShouldBe([10, 20]);
        Officers.Show([[6, 7], [9, 11]]).ShouldNotBeNull().Cells[0].ShouldBe([6, 7]);
    }

    [Fact]
    public void officers_see_percentages_to_one_decimal_but_never_of_nobody()
    {
        Officers.Percentage(210, 400).ShouldBe(52.5m);
        Officers.Percentage(4, 4).ShouldBe(100m);
        Officers.Percentage(0, 0).ShouldBeNull();
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(29, true)]
    [InlineData(30, false)]
    public void ten_to_twenty_nine_people_are_to_be_treated_with_caution(int whole, bool caution) => Public.NeedsCaution(whole).ShouldBe(caution);

    [Fact]
    public void a_policy_is_found_again_by_its_name_and_version()
    {
        DisclosurePolicy.Find("Public", 1).ShouldBe(DisclosurePolicy.PublicV1);
        DisclosurePolicy.Find("Public", 2).ShouldBe(DisclosurePolicy.Public);
        DisclosurePolicy.Find("Public", 3).ShouldBeNull();
        DisclosurePolicy.All.DistinctBy(p => (p.Name, p.Version)).Count().ShouldBe(DisclosurePolicy.All.Count);
    }

    [Fact]
    public void all_of_a_few_people_in_one_place_are_hidden_because_it_tells_what_each_of_them_said()
    {
        var line = Line(0, 15, 0).ShouldNotBeNull();

        (line.RowTotals[1], line.RowTotals.Count(count => count is null), line.Total).ShouldBe((null, 2, 15));
        Line(0, 20, 0).ShouldNotBeNull().RowTotals.ShouldBe([0, 20, 0]);
    }

    [Fact]
    public void so_are_all_of_a_few_who_answered_where_others_left_it_out_but_not_in_what_was_released_before()
    {
        var table = CountTable.Line("P1", "own", "P1", ["agree", "disagree", "left out"], [15, 0, 25]) with { NoAnswer = "left out" };

        Disclosure.Show([table], Public)[0].ShouldNotBeNull().RowTotals[0].ShouldBeNull();
        Disclosure.Show([table], DisclosurePolicy.PublicV1)[0].ShouldNotBeNull().RowTotals.ShouldBe([15, 0, 25]);
    }

    [Fact]
    public void tables_that_share_a_total_are_looked_at_together()
    {
        // Alone, the second table would show how many said no: then the 3 of the first follows.
        var tables = Disclosure.Show(
            [
                CountTable.Cross("by district", "all", "answer", ["yes", "no"], "district", ["E1", "E2"], [[30, 3], [40, 50]]),
                CountTable.Line("answer", "all", "answer", ["yes", "no"], [33, 90]),
                CountTable.Line("why not", CountTable.Part("all", "answer", "no"), "why", ["time", "trust"], [86, 4]),
            ],
            Public);

        tables[0].ShouldNotBeNull().Cells.ShouldAllBe(row => row.All(cell => cell == null));
        tables[1].ShouldNotBeNull().RowTotals.ShouldBe([35, 90]);
        tables[2].ShouldNotBeNull().RowTotals.ShouldBe([null, null]);
    }

    [Fact]
    public void tables_that_contradict_each_other_are_a_mistake() => Should.Throw<ArgumentException>(() => Disclosure.Show(
        [CountTable.Line("a", "all", "answer", ["yes", "no"], [33, 90]), CountTable.Line("b", "all", "answer", ["yes", "no"], [34, 89])], Public));

    [Fact]
    public void what_is_too_large_to_be_sure_of_is_not_shown()
    {
        int[][] counts = [.. Enumerable.Range(0, 40).Select(r => Enumerable.Range(0, 30).Select(c => r == c ? 3 : 50).ToArray())];

        Public.Show(counts).ShouldBeNull();
    }

    [Theory]
    [InlineData(25, 40, 63)]
    [InlineData(0, 40, 0)]
    [InlineData(40, 40, 100)]
    [InlineData(0, 20, null)]
    [InlineData(20, 20, null)]
    [InlineData(10, 20, 50)]
    [InlineData(null, 40, null)]
    [InlineData(25, null, null)]
    [InlineData(0, 0, null)]
    public void percentages_of_released_counts_tell_nothing_that_the_counts_do_not(int? part, int? whole, int? percentage) =>
        Public.Percentage(part, whole).ShouldBe(percentage);

    [Fact]
    public void what_is_released_is_always_written_in_the_same_way() => ReleaseStory.Figures.Json.ShouldBe(
        """
        {"kind":"WaveResults","id":"d0000000-0000-4000-8000-000000000004","asAt":"2024-12-02T08:00:00Z","policy":"Public","policyVersion":1,"tables":[{"name":"P1","of":"own voice","rowsBy":"P1","rows":["0","1","2","3"],"counts":[null,null,25,0],"percentages":[null,null,63,0],"treatWithCaution":false,"total":40}]}
        """);

    [Fact]
    public void a_table_that_cannot_be_shown_says_so_without_numbers() =>
        ReleaseStory.Of(4, 0, 5).Json.ShouldContain("\"refused\":\"This table cannot be shown because it could identify someone\"}");

    private static ShownTable? Line(params int[] counts) =>
        Disclosure.Show([CountTable.Line("P1", "own", "P1", [.. counts.Select((_, i) => $"{i}")], counts)], Public)[0];
}
