using Engagement.Measures;

namespace Engagement.Tests.Measures;

public sealed class WhenAMeasureIsRated
{
    private const string Period = "Dec 2019";

    [Theory]
    [InlineData(46, MeasureRating.Amber)]
    [InlineData(47, MeasureRating.Green)]
    [InlineData(44.9, MeasureRating.Red)]
    [InlineData(45, MeasureRating.Red)]
    public void from_45_with_a_target_of_47(double actual, MeasureRating rating) =>
        Rated(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47), (decimal)actual).ShouldBe(rating);

    [Theory]
    [InlineData(8.4, MeasureRating.Amber)]
    [InlineData(9.3, MeasureRating.Red)]
    [InlineData(8, MeasureRating.Green)]
    public void where_less_is_better_from_9_2_with_a_target_of_8(double actual, MeasureRating rating) =>
        Rated(MeasureDirection.Lower, 9.2m, Target(TargetKind.Reach, 8), (decimal)actual).ShouldBe(rating);

    [Fact]
    public void a_target_that_is_worse_than_the_baseline_is_a_query() =>
        Rated(MeasureDirection.Higher, 33.7m, Target(TargetKind.Reach, 32.0m), 32.5m).ShouldBe(MeasureRating.Query);

    [Theory]
    [InlineData(0.8, MeasureRating.Green)]
    [InlineData(1, MeasureRating.Red)]
    public void a_limit_to_keep_to_is_no_query(double actual, MeasureRating rating) =>
        Rated(MeasureDirection.Lower, 0.5m, Target(TargetKind.Below, 1), (decimal)actual).ShouldBe(rating);

    [Fact]
    public void nothing_is_rated_without_a_figure_a_baseline_ten_people_or_a_target_in_numbers()
    {
        Standing(Measure(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47))).Why.ShouldBe("Nothing is reported yet");
        Standing(Measure(MeasureDirection.Higher, null, Target(TargetKind.Reach, 47), 46)).Why.ShouldBe("There is no baseline");
        Standing(Measure(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47), 46, whole: 9)).Why.ShouldBe("It rests on fewer than 10 people");
        Standing(Measure(MeasureDirection.Higher, 45, new MeasureTarget(Period, TargetKind.Milestone, null, "Network established"), 46)).Why.ShouldBe("There is no target in numbers");
        Standing(Measure(MeasureDirection.Higher, 45, null, 46)).Rating.ShouldBe(MeasureRating.NotRated);
        Rated(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47), 46, whole: 10).ShouldBe(MeasureRating.Amber);
    }

    [Fact]
    public void any_improvement_meets_a_target_that_only_says_the_direction()
    {
        Rated(MeasureDirection.Higher, 45, new MeasureTarget(Period, TargetKind.DirectionOnly, null, null), 45.1m).ShouldBe(MeasureRating.Green);
        Rated(MeasureDirection.Higher, 45, new MeasureTarget(Period, TargetKind.DirectionOnly, null, null), 45).ShouldBe(MeasureRating.Red);
    }

    [Fact]
    public void an_improvement_by_20_percent_is_of_the_baseline_and_the_reading_in_points_stands_beside_it()
    {
        var standing = Standing(Measure(MeasureDirection.Higher, 40, Target(TargetKind.ImproveByPercent, 20), 50));
        (standing.Wanted, standing.OtherReading, standing.Rating).ShouldBe((48m, 60m, MeasureRating.Green));

        var read = Measure(MeasureDirection.Higher, 40, Target(TargetKind.ImproveByPercent, 20), 50) with { Reading = ImprovementReading.Points };
        (Standing(read).Wanted, Standing(read).OtherReading, Standing(read).Rating).ShouldBe((60m, 48m, MeasureRating.Amber));
    }

    [Fact]
    public void an_improvement_is_of_each_statement_and_the_headline_is_their_plain_mean_held_at_100_with_a_warning()
    {
        // 90% and 40%: each by 60 percent is 144, held at 100, and 64; the mean is 82 and not 65 × 1.6.
        var measure = Measure(MeasureDirection.Higher, 65, Target(TargetKind.ImproveByPercent, 60), 70) with
        {
            Baseline = new Baseline(65, 100, default, "Board", null, [new StatementValue("P1", 90, 100), new StatementValue("P2", 40, 100)]),
        };

        (Standing(measure).Wanted, Standing(measure).IsCapped).ShouldBe((82m, true));
    }

    [Theory]
    [InlineData(9, 50, SmallBase.TooSmall)]
    [InlineData(10, 50, SmallBase.Caution)]
    [InlineData(29, 50, SmallBase.Caution)]
    [InlineData(30, 50, SmallBase.None)]
    [InlineData(19, 100, SmallBase.TooSmall)]
    [InlineData(19, 0, SmallBase.TooSmall)]
    [InlineData(20, 100, SmallBase.Caution)]
    public void a_small_base_is_hidden_or_marked(int whole, int percentage, SmallBase expected) =>
        Standing(Measure(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47), percentage, whole)).Base.ShouldBe(expected);

    [Fact]
    public void somebody_may_rate_otherwise_and_what_the_rule_says_stays()
    {
        var standing = Standing(Measure(MeasureDirection.Higher, 45, Target(TargetKind.Reach, 47), 46) with
        {
            Overrides = [new RatingOverride(Period, MeasureRating.Red, "Board", "The source is not sound")],
        });

        (standing.Rating, standing.Shown).ShouldBe((MeasureRating.Amber, MeasureRating.Red));
    }

    [Theory]
    [InlineData("Dec 2019", "2019-12-01", "2019-12-31")]
    [InlineData("Autumn 2019", "2019-09-01", "2019-12-31")]
    [InlineData("Q3 19-20", "2019-10-01", "2019-12-31")]
    [InlineData("Q4 19-20", "2020-01-01", "2020-03-31")]
    [InlineData("2020", "2020-01-01", "2020-12-31")]
    public void a_period_has_days(string period, string first, string last) =>
        PeriodDates.Of(period).ShouldBe((DateOnly.Parse(first, null), DateOnly.Parse(last, null)));

    [Fact]
    public void every_period_of_the_data_file_has_days() =>
        MeasureRow.All.SelectMany(row => row.Periods).Distinct().Where(period => PeriodDates.Of(period) is null).ShouldBeEmpty();

    private static MeasureRating Rated(MeasureDirection direction, decimal baseline, MeasureTarget target, decimal actual, int? whole = 100) =>
        Standing(Measure(direction, baseline, target, actual, whole)).Rating;

    private static MeasureStanding Standing(MeasureRecord measure) => RatingRule.Of(measure, Period);

    private static MeasureTarget Target(TargetKind kind, decimal value) => new(Period, kind, value, null);

    private static MeasureRecord Measure(MeasureDirection direction, decimal? baseline, MeasureTarget? target, decimal? actual = null, int? whole = null) => new()
    {
        Code = "M1",
        Area = 1,
        Name = "Measure",
        DataSource = "Survey",
        Frequency = "Six-monthly",
        BaselineText = "",
        Unit = "%",
        Kind = MeasureKind.Percentage,
        Direction = direction,
        Note = "",
        Origin = "",
        Periods = [Period],
        Targets = target is null ? [] : [target],
        Baseline = baseline is { } value ? new Baseline(value, null, default, "Board", null, []) : null,
        Actuals = actual is null ? [] : [new MeasureActual { Period = Period, Value = actual, Whole = whole }],
    };
}
