namespace Engagement.Metrics;

/// <summary>How many responses were given on a day.</summary>
/// <param name="Day">The day, in London.</param>
/// <param name="Count">How many.</param>
public sealed record DayCount(DateOnly Day, int Count);
