using Engagement.Common;
using Engagement.SurveyResults;
using Engagement.Surveys;
using Engagement.Tests.Surveys;

namespace Engagement.Tests.SurveyResults;

public sealed class WhenResultsAreShown
{
    private static readonly Survey Survey = ASurvey.TheSurvey;

    [Fact]
    public void officers_see_exact_counts_and_the_interval()
    {
        var p1 = Show(460, ("P1", "", 455), ("P1", "strongly-agree", 120), ("P1", "agree", 90), ("P1", "neither", 60), ("P1", "disagree", 80), ("P1", "strongly-disagree", 50), ("P1", "not-sure", 55))
            .Questions.Single(q => q.Key == "P1");

        p1.Base.ShouldBe(455);
        p1.Options.ShouldNotBeNull().Take(6).Select(o => o.Count).ShouldBe([120, 90, 60, 80, 50, 55]);
        p1.Options[0].ShouldBe(new ShownOption("strongly-agree", "Strongly agree", 120, 26.4m));
        p1.Scales[0].ShouldBe(new ShownScale("agreement-5", 52.5m, 47.6m, 57.3m, false));
    }

    [Fact]
    public void the_scale_of_easy_read_is_never_pooled_with_another()
    {
        var p1 = Show(30, ("P1", "", 30), ("P1", "agree", 10), ("P1", "disagree", 10), ("P1", "easy-agree", 10)).Questions.Single(q => q.Key == "P1");

        p1.Scales.Select(s => (s.Scale, s.Percentage)).ShouldBe([("agreement-5", 50m), ("agreement-3-easy-read", 100m)]);
    }

    [Fact]
    public void where_several_may_be_chosen_each_is_a_part_of_those_who_answered()
    {
        var helps = Show(50, ("helps", "", 40), ("helps", "staff", 37), ("helps", "space", 10)).Questions.Single(q => q.Key == "helps");

        helps.Options.ShouldNotBeNull().Where(o => o.Key is "staff" or "space").Select(o => (o.Count, o.Percentage)).ShouldBe([(37, 92.5m), (10, 25m)]);
    }

    [Fact]
    public void of_what_nobody_answered_there_are_no_figures()
    {
        var p1 = Show(4).Questions.Single(q => q.Key == "P1");

        (p1.Base, p1.Options, p1.Scales[0].Percentage, p1.Scales[0].Low, p1.NeedsCaution).ShouldBe((0, null, null, null, false));
    }

    [Fact]
    public void few_answers_are_to_be_treated_with_caution() =>
        Show(29, ("P1", "", 29), ("P1", "agree", 15), ("P1", "neither", 14)).Questions.Single(q => q.Key == "P1").NeedsCaution.ShouldBeTrue();

    [Fact]
    public void numbers_have_an_average_and_rankings_who_came_first()
    {
        var shown = ResultsView.Show(
            new VoiceCounts(
                new Voice(null, false),
                [
                    new(1, "hours", "", 0, "", 10), new(1, "hours", "5", 0, "", 7), new(1, "hours", "6", 0, "", 3),
                    new(1, "first", "", 0, "", 40), new(1, "first", "staff", 1, "", 30), new(1, "first", "staff", 2, "", 10), new(1, "first", "space", 1, "", 10),
                ]),
            Survey);

        shown.Questions.Single(q => q.Key == "hours").Average.ShouldBe(5.3m);
        shown.Questions.Single(q => q.Key == "first").Options.ShouldNotBeNull().Select(o => o.Count).ShouldBe([0, 30, 10, 0]);
    }

    [Fact]
    public void what_is_about_the_person_is_not_among_the_answers() =>
        Show(1).Questions.Select(q => q.Key).ShouldNotContain("district");

    [Fact]
    public void a_breakdown_is_a_cross_table()
    {
        var voice = new VoiceCounts(
            new Voice(Audience.ParentsAndCarers, false),
            [
                new(1, "at-school", "", 0, "E1", 40), new(1, "at-school", "yes", 0, "E1", 23), new(1, "at-school", "no", 0, "E1", 17),
                new(1, "at-school", "", 0, "", 60), new(1, "at-school", "yes", 0, "", 57), new(1, "at-school", "no", 0, "", 3),
            ]);
        var question = Survey.Questions.Single(q => q.Key == "at-school");

        var shown = ResultsView.Show(voice, question);

        (shown.Options, shown.Groups).ShouldSatisfyAllConditions(s => s.Options.ShouldBe(["yes", "no"]), s => s.Groups.ShouldBe(["", "E1"]));
        shown.Table.ShouldNotBeNull().Cells.ShouldAllBe(row => row.All(cell => cell == null));
        shown.Table.RowTotals.ShouldBe([80, 20]);
        shown.Table.ColumnTotals.ShouldBe([60, 40]);
    }

    private static ShownVoice Show(int responses, params (string Question, string Answer, int Count)[] counts) => ResultsView.Show(
        new VoiceCounts(
            new Voice(Audience.ParentsAndCarers, false),
            [new(1, "", "", 0, "", responses), .. counts.Select(c => new AnswerCount(1, c.Question, c.Answer, 0, "", c.Count))]),
        Survey);
}
