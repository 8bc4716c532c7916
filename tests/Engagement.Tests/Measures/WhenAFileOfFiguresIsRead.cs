using Engagement.Measures;

namespace Engagement.Tests.Measures;

public sealed class WhenAFileOfFiguresIsRead
{
    [Fact]
    public void each_row_is_a_figure()
    {
        var (rows, problems) = ActualsReader.Read("Measure,period,part,whole,value,note\nM1.1,Dec 2019,210,400,,\nM1.3,Dec 2019,,,1500,\"hits, in half a year\"\n\n");

        problems.ShouldBeEmpty();
        rows.ShouldBe([
            new ActualsRow(2, "M1.1", "Dec 2019", new ReportedFigure(null, 210, 400, null)),
            new ActualsRow(3, "M1.3", "Dec 2019", new ReportedFigure(1500, null, null, "hits, in half a year")),
        ]);
    }

    [Fact]
    public void what_is_wrong_is_told_by_row_and_column()
    {
        var (_, problems) = ActualsReader.Read("measure,period,value\nM1.1,Dec 2019,about 40\nM1.1,Dec 2019\n");

        problems.Select(one => (one.Row, one.Column)).ShouldBe([(2, "value"), (3, "")]);
        problems[0].Problem.ShouldBe("This is not a number. Write digits, with a point before decimals");
    }

    [Theory]
    [InlineData("", "The file is empty. Choose the file with the figures")]
    [InlineData("measure,value\nM1.1,40\n", "This column is missing. Add it")]
    [InlineData("measure,period,amount\nM1.1,2019,40\n", "There is no such column. Take it out")]
    [InlineData("measure,period,value\n", "There is no figure in this file. Add a row for each figure")]
    public void a_file_that_cannot_be_taken_says_why(string file, string problem) => ActualsReader.Read(file).Problems.Single().Problem.ShouldBe(problem);
}
