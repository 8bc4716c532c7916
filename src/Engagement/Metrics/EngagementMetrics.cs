namespace Engagement.Metrics;

/// <summary>Figures for officers. They are exact, so never for the public. All are as at one position in the log, or later.</summary>
public sealed record EngagementMetrics(
    int Responses,
    int Views,
    int ViewsCoded,
    IReadOnlyList<ChannelCount> ResponsesByChannel,
    IReadOnlyList<DayCount> ResponsesByDay,
    long AsAtPosition);
