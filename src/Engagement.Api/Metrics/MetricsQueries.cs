using Engagement.Api.Authorization;
using Engagement.Consultations;
using Engagement.Metrics;
using GraphQL;

namespace Engagement.Api.Metrics;

[QueryType]
public static partial class MetricsQueries
{
    /// <summary>How a consultation is being answered. Exact figures, so for staff only.</summary>
    /// <param name="consultationId">The consultation.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<EngagementMetrics> GetEngagementMetricsAsync(
        [ID<ConsultationPage>] Guid consultationId, DateTimeOffset? asAt, MetricsReads reads, CancellationToken cancellation) =>
        reads.ForConsultationAsync(consultationId, asAt, cancellation);

    /// <summary>Who took part, group by group: in the order of the groups, those of unknown group last. Exact figures, so for staff only.</summary>
    /// <param name="by">What it is broken down by.</param>
    /// <param name="consultationId">Only this consultation; left out: the whole platform.</param>
    /// <param name="asAt">What was known at this moment; left out: all that is known.</param>
    [Authorize(Permissions.ReadMetrics)]
    public static Task<IReadOnlyList<ParticipationGroup>> GetParticipationAsync(
        MetricsDimension by,
        [ID<ConsultationPage>] Guid? consultationId,
        DateTimeOffset? asAt,
        ParticipationReads reads,
        CancellationToken cancellation) =>
        reads.ByAsync(by, new MetricsScope(consultationId, asAt), cancellation);
}
