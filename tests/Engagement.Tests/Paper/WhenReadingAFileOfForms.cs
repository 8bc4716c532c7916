using Engagement.Common;
using Engagement.Paper;
using Engagement.Surveys;
using Engagement.Tests.Specs;
using static Engagement.Tests.Surveys.ASurvey;

namespace Engagement.Tests.Paper;

public sealed class WhenReadingAFileOfForms
{
    [Fact]
    public void each_row_is_a_form()
    {
        var (rows, problems) = Read(
            """
            form,received,proxy,audience,late,P1,at-school,hours,helps,first,since,change,district
            A-1,2024-10-01,yes,YoungPeople,Held up,Strongly agree,yes,5.5,staff; A quiet space,space>staff,1/9/2023,"More, please",prefer not to say
            A-2,1/10/2024,,,,agree,,,,not-sure,,,
            """);

        problems.ShouldBeEmpty();
        rows.Select(r => (r.Row, r.FormNumber)).ShouldBe([(2, "A-1"), (3, "A-2")]);
        var sheet = rows[0].Sheet;
        (sheet.ReceivedOn, sheet.LateBecause, sheet.Form.Proxy, sheet.Form.Audience).ShouldBe((new DateOnly(2024, 10, 1), "Held up", true, Audience.YoungPeople));
        PaperSheet.Differences(
                sheet with { Form = sheet.Form with { Proxy = false, Audience = null } },
                new PaperSheet(
                    new DateOnly(2024, 10, 1),
                    new FilledForm(
                    [
                        Chose("P1", "strongly-agree"),
                        Chose("at-school", "yes"),
                        Number("hours", 5.5m),
                        Chose("helps", "staff", "space"),
                        Ranked("first", "space", "staff"),
                        On("since", new DateOnly(2023, 9, 1)),
                        Said("change", "More, please"),
                        Chose("district", "prefer-not-to-say"),
                    ])))
            .ShouldBeEmpty();
        rows[1].Sheet.Form.Answers.Select(a => a.QuestionKey).ShouldBe(["P1", "first"]);
        rows[1].Sheet.Form.Answers[1].OptionKeys.ShouldBe(["not-sure"]);
    }

    [Fact]
    public void what_looks_like_a_formula_is_text() =>
        Read("form,received,P1,change\nA-1,2024-10-01,agree,=1+1\n").Rows.Single().Sheet.Form.Answers[1].Text.ShouldBe("=1+1");

    [Theory]
    [InlineData("A-1,yesterday,agree,", 2, "received", "This is not a date")]
    [InlineData(",2024-10-01,agree,", 2, "form", "Enter the number written on the form: up to 20 letters, digits and dashes, with at least one digit")]
    [InlineData("A-1,2024-10-01,perhaps,", 2, "P1", "There is no such answer to this question")]
    [InlineData("A-1,2024-10-01,agree,many", 2, "hours", "This is not a number")]
    [InlineData("A-1,2024-10-01,agree", 2, "", "This row has more or fewer cells than there are columns")]
    [InlineData("\n\nA-1,2024-10-01,agree,many", 4, "hours", "This is not a number")]
    public void a_cell_that_cannot_be_read_is_named(string row, int number, string column, string problem)
    {
        var found = Read($"form,received,P1,hours\n{row}\n").Problems.Single();

        (found.Row, found.Column, found.Problem).ShouldBe((number, column, problem));
        found.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("form,P1", "received", "This column is missing")]
    [InlineData("form,received,P1,P1", "P1", "This column is there twice")]
    [InlineData("form,received,P1,=cmd", "=cmd", "The survey has no question with this key")]
    public void columns_are_those_of_the_survey(string columns, string column, string problem)
    {
        var (rows, problems) = Read($"{columns}\nA-1,2024-10-01,agree,agree\n");

        rows.ShouldBeEmpty();
        (problems.Single().Row, problems.Single().Column, problems.Single().Problem).ShouldBe((1, column, problem));
    }

    [Fact]
    public void neither_is_an_audience_by_its_number() =>
        Read("form,received,audience\nA-1,2024-10-01,1\n").Problems.Single().Problem.ShouldBe("There is no such audience");

    [Fact]
    public void a_file_has_forms_but_not_too_many()
    {
        Read("").Problems.Single().Problem.ShouldBe("The file is empty");
        Read("form,received\n\"A-1\"x,2024-10-01\n").Problems.Single().Problem.ShouldBe("A quotation mark is in the wrong place");
        Read("form,received\n").Problems.Single().Problem.ShouldBe("There is no form in this file");
        Read(new string('a', 2_000_001)).Problems.Single().Problem.ShouldBe("The file is too large");
        var (rows, problems) = Read("form,received\n" + string.Concat(Enumerable.Range(1, 1_001).Select(i => $"A-{i},2024-10-01\n")));
        (rows.Count, problems.Single().Problem).ShouldBe((1_000, "The file has more than 1,000 forms"));
    }

    [Fact]
    public void whoever_checks_it_did_not_type_it() =>
        new Outcome(ImportPaperBatch.Decide(new ImportPaperBatch(WaveId, "file", WaveId), 1, WaveId))
            .ThenRefused("SAME_PERSON", "Somebody else must check the forms you typed in", "keyedBy");

    private static (IReadOnlyList<BatchRow> Rows, IReadOnlyList<BatchProblem> Problems) Read(string file) => BatchReader.Read(file, TheSurvey);
}
