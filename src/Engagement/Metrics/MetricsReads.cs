using Engagement.Common;
using Engagement.Feedback;
using EventStore;

namespace Engagement.Metrics;

public sealed class MetricsReads(DocumentStore store)
{
    public async Task<EngagementMetrics> ForConsultationAsync(Guid consultationId, CancellationToken cancellationToken)
    {
        // Read before the figures: they are then of this position or a later one, never of an earlier one.
        var position = await store.CountAsync(
            "select coalesce(min(last_seq_id), 0) from public.mt_event_progression where name = any($1)",
            cancellationToken,
            (object)new[] { $"{nameof(ConsultationMetrics)}:All", $"{ViewsProjection.ProjectionName}:All" });
        var metrics = await store.ListDocumentsAsync<ConsultationMetrics>(
            "select data from public.mt_doc_consultationmetrics where data ->> 'ConsultationId' = $1", cancellationToken, consultationId.ToString());
        var views = await store.ListAsync(
            "select count(*), count(*) filter (where state = $2) from engagement.views where consultation_id = $1 and state <> 'Withdrawn'",
            row => (All: (int)row.GetInt64(0), Coded: (int)row.GetInt64(1)),
            cancellationToken,
            consultationId,
            nameof(ViewState.Coded));

        return new EngagementMetrics(
            metrics.Sum(m => m.Responses),
            views[0].All,
            views[0].Coded,
            [.. metrics.GroupBy(m => m.Channel).OrderBy(c => c.Key).Select(c => new ChannelCount(c.Key, c.Sum(m => m.Responses)))],
            [.. metrics.GroupBy(m => m.Day).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Sum(m => m.Responses)))],
            position);
    }
}
