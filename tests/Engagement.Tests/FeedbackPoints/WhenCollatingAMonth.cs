using Engagement.FeedbackPoints;
using Engagement.Tests.Specs;

namespace Engagement.Tests.FeedbackPoints;

public sealed class WhenCollatingAMonth : Spec<Collation>
{
    private static readonly DateOnly August = new(2024, 8, 1);
    private static readonly IReadOnlyList<PointFigures> Figures = [PointFigures.Of(1, 10, new Dictionary<Satisfaction, int> { [Satisfaction.Neither] = 3 })];
    private static readonly IReadOnlyList<PointFigures> More = [PointFigures.Of(1, 11, new Dictionary<Satisfaction, int> { [Satisfaction.Neither] = 3 })];

    [Fact]
    public void its_figures_are_closed() =>
        new Outcome(CollateMonth.Decide(new CollateMonth(August.AddDays(17)), Figures, new DateOnly(2024, 9, 1)))
            .Then(new MonthCollated(August, Figures));

    [Fact]
    public void not_before_it_is_over() =>
        new Outcome(CollateMonth.Decide(new CollateMonth(August), Figures, new DateOnly(2024, 8, 31)))
            .ThenRefused("MONTH_NOT_OVER", "This month is not over yet. Collate it from the first day of the next", "month");

    [Fact]
    public void nor_the_last_month_of_the_calendar() =>
        new Outcome(CollateMonth.Decide(new CollateMonth(DateOnly.MaxValue), Figures, new DateOnly(2024, 8, 31))).ThenRefused("MONTH_NOT_OVER");

    [Fact]
    public void after_that_it_changes_by_correction_with_its_reason() =>
        Given(new MonthCollated(August, Figures))
            .When(c => CorrectCollation.Decide(new CorrectCollation(August, " A case was recorded late "), c, More))
            .Then(new CollationCorrected(August, More, "A case was recorded late"));

    [Fact]
    public void a_correction_says_why() =>
        Given(new MonthCollated(August, Figures))
            .When(c => CorrectCollation.Decide(new CorrectCollation(August, " "), c, More))
            .ThenRefused("REASON_MISSING", "Say why the figures of this month change", "reason");

    [Fact]
    public void the_same_figures_are_no_correction() =>
        Given(new MonthCollated(August, Figures), new CollationCorrected(August, More, "Late"))
            .When(c => CorrectCollation.Decide(new CorrectCollation(August, "Again"), c, [.. More]))
            .ThenNothing();
}
