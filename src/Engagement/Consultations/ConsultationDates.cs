using Engagement.Common;

namespace Engagement.Consultations;

internal static class ConsultationDates
{
    public const int LeastDays = 14;
    public const int SixWeeks = 42;

    private const int YearsAhead = 5;

    /// <summary>How long it is open: both the first and the last day count.</summary>
    public static int Days(DateOnly opensOn, DateOnly closesOn) => closesOn.DayNumber - opensOn.DayNumber + 1;

    /// <summary>A closing date years from now is a slip of the keyboard.</summary>
    public static Refusal? TooFar(DateOnly closesOn, DateOnly today) => closesOn > today.AddYears(YearsAhead)
        ? new Refusal("DATE_TOO_FAR", "Enter a closing date within the next 5 years", "closesOn")
        : null;

    /// <summary>What is allowed, and may still not be meant.</summary>
    public static IReadOnlyList<string> Warnings(DateOnly opensOn, DateOnly closesOn)
    {
        var warnings = new List<string>();
        if (closesOn.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            var monday = closesOn.AddDays(closesOn.DayOfWeek == DayOfWeek.Saturday ? 2 : 1);
            warnings.Add($"It closes on a {closesOn.DayOfWeek}, when nobody can help people answer. Monday {LondonCalendar.Text(monday)} would give them a day with help");
        }

        if (opensOn.Month is 8 && closesOn.Month is 8)
            warnings.Add("It runs in August only, when schools are closed");

        return warnings;
    }
}
