using System.Globalization;
using NodaTime;
using NodaTime.Extensions;

namespace Engagement.Forums;

/// <summary>A time of day as it is said in London.</summary>
internal static class LondonTime
{
    private static readonly DateTimeZone London = DateTimeZoneProviders.Tzdb["Europe/London"];

    public static string Of(DateTimeOffset moment) =>
        moment.ToInstant().InZone(London).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture);
}
