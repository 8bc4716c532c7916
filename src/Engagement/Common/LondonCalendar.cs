using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace Engagement.Common;

/// <summary>Days as families and officers count them: Europe/London, and a day lasts until its midnight.</summary>
public static class LondonCalendar
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static DateOnly DayOf(DateTimeOffset moment)
    {
        // Where the calendar begins, London was a minute behind, on a day that the calendar does not have.
        var day = moment.ToInstant().InZone(London).Date;
        return day.Year < 1 ? DateOnly.MinValue : day.ToDateOnly();
    }

    /// <summary>The day of a moment, for the database to reckon: its own sessions count the days of universal time.</summary>
    public static string SqlDayOf(string moment) => $"({moment} at time zone 'Europe/London')::date";

    public static DateOnly LondonToday(this TimeProvider clock) => DayOf(clock.GetUtcNow());

    /// <summary>A day as it is said to people: 9 October 2024.</summary>
    public static string Text(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>The time of day as it is said to people: 14:30.</summary>
    public static string TimeText(DateTimeOffset moment) =>
        moment.ToInstant().InZone(London).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The midnight with which a day begins, in universal time: in summer that is 11 in the evening before.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => London.AtStartOfDay(day.ToLocalDate()).ToInstant().ToDateTimeOffset();

    /// <summary>A time of day in London. One that the clocks leave out in spring is as much later as they are put forward.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time) => London.AtLeniently(day.ToLocalDate() + time.ToLocalTime()).ToInstant().ToDateTimeOffset();

    /// <summary>The time of day in London.</summary>
    public static TimeOnly TimeOf(DateTimeOffset moment) => moment.ToInstant().InZone(London).TimeOfDay.ToTimeOnly();

    /// <summary>From when on a list is narrowed to the days from this one, as the database takes it; null where it is not.</summary>
    public static DateTime? Since(DateOnly? day) => day is { } there ? StartOf(there).UtcDateTime : null;

    /// <summary>Before when a list is narrowed to the days up to this one, as the database takes it; null where it is not.</summary>
    public static DateTime? Through(DateOnly? day) => day is { } there && there < DateOnly.MaxValue ? StartOf(there.AddDays(1)).UtcDateTime : null;
}
