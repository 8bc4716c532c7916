using Engagement.Releases;

namespace Engagement.Tests.Releases;

/// <summary>What was frozen is read as it was written, and each empty place says why it is empty.</summary>
public sealed class WhenReadingReleasedFigures
{
    private static readonly DateTimeOffset At = new(2024, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void a_line_is_a_table_of_one_column_without_a_key()
    {
        var table = Read(CountTable.Line("P1", "parents", "P1", ["agree", "neither", "disagree", "left-out"], [12, 3, 25, 0]));

        (table.Name, table.Of, table.RowsBy, table.ColumnsBy, table.Total, table.Refused).ShouldBe(("P1", "parents", "P1", null, 40, null));
        table.Columns.ShouldBe([new ReleasedColumn(null, 40, TreatWithCaution: false)]);
        table.Rows.Select(row => (row.Key, row.Total, row.Cells.Single())).ShouldBe(
        [
            ("agree", null, new ReleasedCell(null, null, WithheldFigure.Count)),
            ("neither", null, new ReleasedCell(null, null, WithheldFigure.Count)),
            ("disagree", 25, new ReleasedCell(25, 63, null)),
            ("left-out", 0, new ReleasedCell(0, 0, null)),
        ]);
    }

    [Fact]
    public void a_cross_table_has_its_cells_by_row_and_column_with_the_totals_of_both()
    {
        var table = Read(CountTable.Cross("P1 by Channel", "parents", "P1", ["agree", "disagree"], "Channel", ["Paper", "Web"], [[15, 40], [10, 30]]));

        table.ColumnsBy.ShouldBe("Channel");
        table.Columns.ShouldBe([new ReleasedColumn("Paper", 25, TreatWithCaution: true), new ReleasedColumn("Web", 70, TreatWithCaution: false)]);
        table.Rows.Select(row => (row.Key, row.Total)).ShouldBe([("agree", 55), ("disagree", 40)]);
        table.Rows[0].Cells.Select(cell => (cell.Count, cell.Percentage)).ShouldBe([(15, 60), (40, 57)]);
    }

    [Fact]
    public void of_nobody_there_is_a_count_and_no_percentage() =>
        Read(CountTable.Line("P1", "parents", "P1", ["agree", "disagree"], [0, 0])).Rows[0].Cells.Single()
            .ShouldBe(new ReleasedCell(0, null, WithheldFigure.Percentage));

    [Fact]
    public void a_table_that_cannot_be_shown_says_so_and_nothing_else()
    {
        var table = Read(CountTable.Line("P1", "parents", "P1", ["agree", "disagree"], [4, 3]));

        table.Refused.ShouldBe("This table cannot be shown because it could identify someone");
        (table.Rows.Count, table.Columns.Count, table.Total).ShouldBe((0, 0, null));
    }

    private static ReleasedTable Read(CountTable table) =>
        ReleasedFigures.TablesOf(FrozenFigures.Of(ReleaseSubject.OfWave(Guid.Empty), At, [table], DisclosurePolicy.PublicV1).Json).Single();
}
