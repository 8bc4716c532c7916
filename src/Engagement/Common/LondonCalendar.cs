using NodaTime;
using NodaTime.Extensions;

namespace Engagement.Common;

/// <summary>Days as families and officers count them: Europe/London, and a day lasts until its midnight.</summary>
public static class LondonCalendar
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static DateOnly DayOf(DateTimeOffset moment) => moment.ToInstant().InZone(London).Date.ToDateOnly();

    public static DateOnly LondonToday(this TimeProvider clock) => DayOf(clock.GetUtcNow());
}
