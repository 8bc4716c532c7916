using Messaging;

namespace Engagement.Common;

/// <summary>The day on which a message is handled that waited for that day.</summary>
internal static class DueDay
{
    /// <summary>
    /// Today in London, and never a day before the one the message was due on. It is due by the database's clock, and this node's may be behind: handled at midnight,
    /// it would still find itself in yesterday, have nothing to do, and be gone.
    /// </summary>
    public static DateOnly DayOf(this TimeProvider clock, Envelope message)
    {
        var now = clock.GetUtcNow();
        return LondonCalendar.DayOf(now > message.ExecutionTime ? now : message.ExecutionTime);
    }
}
