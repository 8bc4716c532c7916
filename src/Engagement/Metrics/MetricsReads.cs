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
        var metrics = await store.LoadAsync<ConsultationMetrics>(consultationId, cancellationToken)
            ?? new ConsultationMetrics { Id = consultationId };
        var views = await store.ListAsync(
            "select count(*), count(*) filter (where state = $2) from engagement.views where consultation_id = $1 and state <> 'Withdrawn'",
            row => (All: (int)row.GetInt64(0), Coded: (int)row.GetInt64(1)),
            cancellationToken,
            consultationId,
            nameof(ViewState.Coded));

        return new EngagementMetrics(
            metrics.Responses,
            views[0].All,
            views[0].Coded,
            [.. metrics.ResponsesByChannel.Select(c => new ChannelCount(c.Key, c.Value))],
            [.. metrics.ResponsesByDay.Select(d => new DayCount(d.Key, d.Value))],
            position);
    }
}
