using Engagement.Surveys;

namespace Engagement.Metrics;

/// <summary>What has come in to a consultation so far.</summary>
public sealed record ConsultationMetrics
{
    public required Guid Id { get; init; }

    public int Responses { get; init; }

    public SortedDictionary<Channel, int> ResponsesByChannel { get; init; } = [];

    /// <summary>By the day in London on which they were given.</summary>
    public SortedDictionary<DateOnly, int> ResponsesByDay { get; init; } = [];
}
