using System.Globalization;

namespace Engagement.Measures;

/// <summary>Which days a period has, as the documents call it: Dec 2019, Autumn 2019, Q3 19-20, 2019.</summary>
public static class PeriodDates
{
    private static readonly string[] Months = ["MMM yyyy", "MMMM yyyy"];

    /// <summary>Its first and last day; null where the words say none.</summary>
    public static (DateOnly First, DateOnly Last)? Of(string period)
    {
        if (DateOnly.TryParseExact(period, Months, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (month, month.AddMonths(1).AddDays(-1));

        return period.Split(' ') switch
        {
            [var year] when Year(year) is { } y => (new DateOnly(y, 1, 1), new DateOnly(y, 12, 31)),
            ["Autumn", var year] when Year(year) is { } y => (new DateOnly(y, 9, 1), new DateOnly(y, 12, 31)),
            ["Spring", var year] when Year(year) is { } y => (new DateOnly(y, 1, 1), new DateOnly(y, 4, 30)),
            ["Summer", var year] when Year(year) is { } y => (new DateOnly(y, 5, 1), new DateOnly(y, 8, 31)),
            [['Q', >= '1' and <= '4' and var quarter], [var a, var b, '-', _, _]] when Year($"20{a}{b}") is { } y => Quarter(y, quarter - '0'),
            _ => null,
        };
    }

    /// <summary>The period of a list that has a day in it; null where none has.</summary>
    public static string? Containing(IEnumerable<string> periods, DateOnly day) => periods.FirstOrDefault(period => Of(period) is { } days && days.First <= day && day <= days.Last);

    /// <summary>The quarter of the financial year that has a day in it, with its first and last day.</summary>
    public static (string Period, DateOnly First, DateOnly Last) QuarterOf(DateOnly day)
    {
        var year = day.Month < 4 ? day.Year - 1 : day.Year;
        var quarter = (((day.Month + 8) % 12) / 3) + 1;
        var (first, last) = Quarter(year, quarter);
        return (string.Create(CultureInfo.InvariantCulture, $"Q{quarter} {year % 100:00}-{(year + 1) % 100:00}"), first, last);
    }

    /// <summary>A list of periods with one more in it, before the first that begins later.</summary>
    public static IReadOnlyList<string> Including(IReadOnlyList<string> periods, string period)
    {
        if (periods.Contains(period))
            return periods;

        var later = Of(period) is { } days ? periods.Select(Of).ToList().FindIndex(other => other is { } there && there.First > days.First) : -1;
        return later < 0 ? [.. periods, period] : [.. periods.Take(later), period, .. periods.Skip(later)];
    }

    // The financial year begins in April.
    private static (DateOnly First, DateOnly Last) Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, 4, 1).AddMonths(3 * (quarter - 1));
        return (first, first.AddMonths(3).AddDays(-1));
    }

    private static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 1900 ? year : null;
}
