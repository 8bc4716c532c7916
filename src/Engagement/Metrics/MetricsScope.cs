using Engagement.Common;

namespace Engagement.Metrics;

/// <summary>What figures are asked for. What is null does not narrow them.</summary>
/// <param name="ConsultationId">One consultation; null: the whole platform.</param>
/// <param name="AsAt">What was known at this moment; null: all that is known.</param>
/// <param name="Audience">One audience.</param>
/// <param name="From">The first day on which it happened, in London.</param>
/// <param name="To">The last day on which it happened.</param>
public sealed record MetricsScope(
    Guid? ConsultationId = null, DateTimeOffset? AsAt = null, Audience? Audience = null, DateOnly? From = null, DateOnly? To = null);
