using Engagement.FeedbackPoints;
using Engagement.Releases;

namespace Engagement.Tests.FeedbackPoints;

public sealed class WhatFeedbackPointsCount
{
    [Fact]
    public void net_satisfaction_is_satisfied_less_dissatisfied() => Figures(200, 40, 30, 10, 12, 8).NetSatisfaction.ShouldBe(50);

    [Fact]
    public void who_is_not_sure_is_not_on_the_scale_but_has_answered()
    {
        var figures = Figures(200, 40, 30, 10, 12, 8, notSure: 20);

        figures.NetSatisfaction.ShouldBe(50);
        figures.Rated.ShouldBe(120);
        figures.Coverage.ShouldBe(60);
    }

    [Fact]
    public void the_headline_is_the_point_covered_worst()
    {
        PointFigures.HeadlineCoverage([Figures(100, 50), Figures(200, 40), Figures(0)]).ShouldBe(20);
        PointFigures.HeadlineCoverage([Figures(0), Figures(0)]).ShouldBeNull();
    }

    [Fact]
    public void without_cases_or_opinions_there_is_no_figure()
    {
        Figures(0).Coverage.ShouldBeNull();
        Figures(5, notSure: 5).NetSatisfaction.ShouldBeNull();
    }

    [Fact]
    public void four_of_four_fully_satisfied_is_not_shown() => Shown(Figures(4, 4)).ShouldBeNull();

    [Fact]
    public void nor_are_fifteen_of_fifteen_because_that_tells_what_each_of_them_said()
    {
        var shown = Shown(Figures(40, 15)).ShouldNotBeNull();

        (shown.Total, shown.RowTotals[0], shown.RowTotals.Count(count => count is null)).ShouldBe((40, null, 2));
    }

    [Fact]
    public void a_hundred_and_sixteen_are() => Shown(Figures(150, 116)).ShouldNotBeNull().RowTotals.ShouldBe([115, 0, 0, 0, 0, 0, 35]);

    /// <summary>As the public reads it in the release of the month.</summary>
    private static ShownTable? Shown(PointFigures figures) => Disclosure.Show([MonthReleaseFigures.TableOf(figures)], DisclosurePolicy.Public)[0];

    private static PointFigures Figures(
        int reached, int fully = 0, int mostly = 0, int neither = 0, int mostlyNot = 0, int fullyNot = 0, int notSure = 0) =>
        PointFigures.Of(1, reached, new Dictionary<Satisfaction, int>
        {
            [Satisfaction.FullySatisfied] = fully,
            [Satisfaction.MostlySatisfied] = mostly,
            [Satisfaction.Neither] = neither,
            [Satisfaction.MostlyDissatisfied] = mostlyNot,
            [Satisfaction.FullyDissatisfied] = fullyNot,
            [Satisfaction.NotSure] = notSure,
        });
}
