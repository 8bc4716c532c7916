namespace Engagement.Metrics;

/// <summary>
/// Figures for officers. They are exact, so never for the public. All are as at one position in the log, or later.
/// </summary>
/// <param name="Responses">Countable responses.</param>
/// <param name="Views">Views that were not taken back.</param>
/// <param name="ViewsCoded">Those of them that carry a theme.</param>
/// <param name="ResponsesByChannel">Responses by how they reached us.</param>
/// <param name="ResponsesByDay">Responses by the day in London on which they were given.</param>
/// <param name="Participation">Who took part, and what they did.</param>
/// <param name="AsAtPosition">The position: what was recorded later may be missing.</param>
public sealed record EngagementMetrics(
    int Responses,
    int Views,
    int ViewsCoded,
    IReadOnlyList<ChannelCount> ResponsesByChannel,
    IReadOnlyList<DayCount> ResponsesByDay,
    Participation Participation,
    long AsAtPosition);
