using EventStore;

namespace Engagement.Metrics;

internal static class Facts
{
    /// <summary>The end of what nothing has ended: infinity in the database.</summary>
    public static readonly DateTime StillSo = DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc);

    public static DateTime RecordedAt(this IEvent e) => e.Timestamp.UtcDateTime;
}
