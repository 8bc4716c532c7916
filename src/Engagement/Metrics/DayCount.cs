namespace Engagement.Metrics;

public sealed record DayCount(DateOnly Day, int Count);
