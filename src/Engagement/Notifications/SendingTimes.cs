using Engagement.Common;

namespace Engagement.Notifications;

/// <summary>When a message may go out, in London: the night, from 9 in the evening to 8 in the morning, is left alone unless somebody says otherwise.</summary>
internal static class SendingTimes
{
    private static readonly TimeOnly NightBegins = new(21, 0);
    private static readonly TimeOnly Morning = new(8, 0);

    public static DateTimeOffset Of(NotificationFrequency frequency, bool isQuiet, DateTimeOffset moment) => frequency switch
    {
        NotificationFrequency.Daily => NextMorning(moment),
        NotificationFrequency.Weekly => NextMonday(moment),
        _ => isQuiet ? AfterTheNight(moment) : moment,
    };

    public static bool IsNight(DateTimeOffset moment) => LondonCalendar.TimeOf(moment) is var time && (time >= NightBegins || time < Morning);

    private static DateTimeOffset AfterTheNight(DateTimeOffset moment) => IsNight(moment) ? NextMorning(moment) : moment;

    private static DateTimeOffset NextMorning(DateTimeOffset moment)
    {
        var today = LondonCalendar.DayOf(moment);
        return LondonCalendar.At(LondonCalendar.TimeOf(moment) < Morning ? today : today.AddDays(1), Morning);
    }

    private static DateTimeOffset NextMonday(DateTimeOffset moment)
    {
        var day = LondonCalendar.DayOf(NextMorning(moment));
        while (day.DayOfWeek is not DayOfWeek.Monday)
            day = day.AddDays(1);
        return LondonCalendar.At(day, Morning);
    }
}
