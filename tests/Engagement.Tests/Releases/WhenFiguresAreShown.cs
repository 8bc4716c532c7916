using Engagement.Releases;

namespace Engagement.Tests.Releases;

public sealed class WhenFiguresAreShown
{
    private static readonly DisclosurePolicy Public = DisclosurePolicy.PublicV1;
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
    public void officers_see_a_count_that_is_not_crossed_with_anything() => Officers.Lone(3).ShouldBe(3);

    [Fact]
    public void a_small_count_is_hidden_with_another_because_the_total_would_tell_it()
    {
        var line = Public.Show([12, 3, 25, 0]).ShouldNotBeNull();

        line.Counts.ShouldBe([null, null, 25, 0]);
        line.Total.ShouldBe(40);
    }

    [Fact]
    public void what_is_hidden_together_is_not_a_small_count_either()
    {
        // The 4 and the 3 would be known to be 7 between them: two families who know themselves would know all.
        Public.Show([4, 3, 11, 40]).ShouldNotBeNull().Counts.ShouldBe([null, null, null, 40]);
    }

    [Fact]
    public void without_small_counts_all_are_shown() => Public.Show([12, 28]).ShouldNotBeNull().Counts.ShouldBe([10, 30]);

    [Fact]
    public void of_fewer_than_ten_people_nothing_is_shown()
    {
        Public.Show([4, 0, 5]).ShouldBeNull();
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
        Officers.Show([1, 2]).ShouldNotBeNull().Counts.ShouldBe([1, 2]);
    }

    [Theory]
    [InlineData(5, 9, null)]
    [InlineData(5, 10, 50)]
    [InlineData(0, 19, null)]
    [InlineData(19, 19, null)]
    [InlineData(20, 20, 100)]
    [InlineData(0, 20, 0)]
    [InlineData(2, 3, null)]
    [InlineData(105, 200, 53)]
    public void the_public_sees_no_percentage_of_fewer_than_ten_and_no_all_or_none_of_fewer_than_twenty(int part, int whole, int? percent) =>
        Public.Percentage(part, whole).ShouldBe(percent);

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
        DisclosurePolicy.Find("Public", 2).ShouldBeNull();
        DisclosurePolicy.All.DistinctBy(p => (p.Name, p.Version)).Count().ShouldBe(DisclosurePolicy.All.Count);
    }
}
