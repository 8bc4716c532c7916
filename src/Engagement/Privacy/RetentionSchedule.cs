using Engagement.Common;

namespace Engagement.Privacy;

/// <summary>When the retention rules are looked at.</summary>
public static class RetentionSchedule
{
    /// <summary>The next midnight in London.</summary>
    public static DateTimeOffset NextRun(TimeProvider clock) => LondonCalendar.StartOf(clock.LondonToday().AddDays(1));
}
