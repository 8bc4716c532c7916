using Engagement.Common;

namespace Engagement.Metrics;

/// <summary>What figures are asked for. What is null does not narrow them.</summary>
/// <param name="ConsultationId">One consultation; null: the whole platform.</param>
/// <param name="AsAt">What was known at this moment; null: all that is known.</param>
public sealed record MetricsScope(Guid? ConsultationId = null, DateTimeOffset? AsAt = null)
{
    public Audience? Audience { get; init; }

    /// <summary>The first day on which it happened, in London.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day on which it happened.</summary>
    public DateOnly? To { get; init; }
}
