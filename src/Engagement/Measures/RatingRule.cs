namespace Engagement.Measures;

/// <summary>
/// How a measure is rated. Version 1: green, the target is met; amber, better than the baseline; red, equal to it or worse; not rated, where there is no
/// figure, no baseline, a base under 10 or a target in words; query, where the target is worse than the baseline. It judges the figures as they are shown, to
/// one decimal. A limit to keep to ("below 1%") is not an improvement, so that a baseline within it is no query.
/// </summary>
public static class RatingRule
{
    /// <summary>The version that rates. Another rule gets another number.</summary>
    public const int Version = 1;

    /// <summary>Under so many people nothing is rated or shown.</summary>
    public const int SmallestBase = 10;

    private const int CautionBelow = 30;
    private const int NoneOrAllBelow = 20;

    public static MeasureStanding Of(MeasureRecord measure, string period)
    {
        var target = measure.TargetOf(period);
        var actual = measure.ActualOf(period);
        var (wanted, capped) = WantedOf(measure, target, measure.Reading);
        var other = target?.Kind == TargetKind.ImproveByPercent
            ? WantedOf(measure, target, measure.Reading == ImprovementReading.Relative ? ImprovementReading.Points : ImprovementReading.Relative).Value
            : null;
        var (rating, why) = Rate(measure, target, wanted, actual);
        return new MeasureStanding(period, target, wanted, other, capped, actual, BaseOf(measure, actual), rating, why, measure.Overrides.FirstOrDefault(one => one.Period == period));
    }

    /// <summary>How it stands now: in the last period that has a figure.</summary>
    public static MeasureRating Now(MeasureRecord measure) => measure.Periods.LastOrDefault(period => measure.ActualOf(period) is not null) is { } last
        ? Of(measure, last).Shown
        : MeasureRating.NotRated;

    /// <summary>Whether one value is better than another.</summary>
    internal static bool IsBetter(MeasureDirection direction, decimal value, decimal than) => direction == MeasureDirection.Higher ? value > than : value < than;

    /// <summary>Whether a target would leave things worse than they were.</summary>
    internal static bool IsWorseThanBaseline(MeasureRecord measure, TargetKind kind, decimal? value) =>
        kind is TargetKind.Reach or TargetKind.AtLeast && measure.Baseline is { } baseline && value is { } wanted && IsBetter(measure.Direction, baseline.Value, wanted);

    private static (MeasureRating Rating, string Why) Rate(MeasureRecord measure, MeasureTarget? target, decimal? wanted, MeasureActual? actual)
    {
        if (actual is not { Value: { } value })
            return (MeasureRating.NotRated, actual is null ? "Nothing is reported yet" : "It is told in words");

        if (measure.Baseline is not { } baseline)
            return (MeasureRating.NotRated, "There is no baseline");

        if (measure.Kind == MeasureKind.Percentage && actual.Whole < SmallestBase)
            return (MeasureRating.NotRated, "It rests on fewer than 10 people");

        if (target is null || (wanted is null && target.Kind != TargetKind.DirectionOnly))
            return (MeasureRating.NotRated, "There is no target in numbers");

        if (IsWorseThanBaseline(measure, target.Kind, target.Value))
            return (MeasureRating.Query, "The target is worse than the baseline");

        if (IsMet(measure, target.Kind, wanted, value, baseline.Value))
            return (MeasureRating.Green, "The target is met");

        return IsBetter(measure.Direction, value, baseline.Value)
            ? (MeasureRating.Amber, "Better than the baseline, and the target is not met")
            : (MeasureRating.Red, value == baseline.Value ? "Equal to the baseline" : "Worse than the baseline");
    }

    private static bool IsMet(MeasureRecord measure, TargetKind kind, decimal? wanted, decimal value, decimal baseline) => kind switch
    {
        TargetKind.DirectionOnly => IsBetter(measure.Direction, value, baseline),
        TargetKind.AtLeast => value >= wanted,
        TargetKind.Above => value > wanted,
        TargetKind.Below => value < wanted,
        _ => wanted is { } there && !IsBetter(measure.Direction, there, value),
    };

    /// <summary>The number that a target comes to, and whether it would be more than all.</summary>
    private static (decimal? Value, bool IsCapped) WantedOf(MeasureRecord measure, MeasureTarget? target, ImprovementReading reading)
    {
        if (target is not { Value: { } by })
            return (null, false);

        if (target.Kind is not (TargetKind.ImproveByPercent or TargetKind.ImproveByPoints))
            return (by, false);

        if (measure.Baseline is not { } baseline)
            return (null, false);

        // Each statement has a target of its own; the headline is their plain mean.
        decimal[] from = baseline.Parts.Count > 0 && baseline.Parts.All(part => part.Whole > 0) ? [.. baseline.Parts.Select(part => part.Percentage!.Value)] : [baseline.Value];
        var points = target.Kind == TargetKind.ImproveByPoints || reading == ImprovementReading.Points;
        var wanted = from.Select(value => Improved(measure, value, points ? by : value * by / 100)).ToArray();
        return (Rounded(wanted.Average(one => one.Value)), wanted.Any(one => one.IsCapped));
    }

    private static (decimal Value, bool IsCapped) Improved(MeasureRecord measure, decimal from, decimal by)
    {
        var wanted = measure.Direction == MeasureDirection.Higher ? from + by : from - by;
        if (measure.Kind != MeasureKind.Percentage)
            return (wanted, false);

        return wanted > 100 ? (100, true) : wanted < 0 ? (0, true) : (wanted, false);
    }

    private static SmallBase BaseOf(MeasureRecord measure, MeasureActual? actual) => actual switch
    {
        _ when measure.Kind != MeasureKind.Percentage => SmallBase.None,
        { Whole: < SmallestBase } => SmallBase.TooSmall,
        { Whole: < NoneOrAllBelow, Value: 0 or 100 } => SmallBase.TooSmall,
        { Whole: < CautionBelow } => SmallBase.Caution,
        _ => SmallBase.None,
    };

    internal static decimal Rounded(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
