namespace Engagement.Metrics;

/// <summary>How long the periods are that figures are put side by side in.</summary>
public enum MetricsPeriod
{
    /// <summary>A month of the calendar.</summary>
    Month,

    /// <summary>Three months, the first beginning with January.</summary>
    Quarter,

    /// <summary>A year of the calendar.</summary>
    Year,
}

internal static class MetricsPeriods
{
    public static DateOnly StartOf(this MetricsPeriod period, DateOnly day) => period switch
    {
        MetricsPeriod.Month => new DateOnly(day.Year, day.Month, 1),
        MetricsPeriod.Quarter => new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>Some periods on, or back.</summary>
    public static DateOnly Move(this MetricsPeriod period, DateOnly start, int periods) => start.AddMonths(periods * period.Months());

    public static int Months(this MetricsPeriod period) => period switch
    {
        MetricsPeriod.Month => 1,
        MetricsPeriod.Quarter => 3,
        _ => 12,
    };
}
