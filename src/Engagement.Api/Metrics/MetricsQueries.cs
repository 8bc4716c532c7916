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
    [Authorize(Permissions.ReadMetrics)]
    public static Task<EngagementMetrics> GetEngagementMetricsAsync(
        [ID<ConsultationPage>] Guid consultationId, MetricsReads reads, CancellationToken cancellation) =>
        reads.ForConsultationAsync(consultationId, cancellation);
}
