using System.Globalization;

namespace Engagement.Web;

/// <summary>Dates as people in Kent read them, in the language of the page.</summary>
public static class Dates
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>For example: 5 March 2026.</summary>
    public static string Text(DateOnly day) => day.ToString("d MMMM yyyy", Languages.Current);

    /// <summary>The day in Kent on which the moment fell, for example: 5 March 2026.</summary>
    public static string Text(DateTimeOffset moment) => Text(Day(moment));

    /// <summary>For example: 5 March 2026 at 4:05pm.</summary>
    public static string TextWithTime(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, London);
        if (Languages.Current.Name != Languages.English)
            return $"{Text(moment)}, {local:HH:mm}";
        var hour = local.Hour % 12 is 0 ? 12 : local.Hour % 12;
        return $"{Text(moment)} at {hour}:{local.Minute:00}{(local.Hour < 12 ? "am" : "pm")}";
    }

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>The midnight in Kent with which the next day begins.</summary>
    public static DateTimeOffset EndOf(DateOnly day)
    {
        var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, London.GetUtcOffset(midnight));
    }

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);
}
