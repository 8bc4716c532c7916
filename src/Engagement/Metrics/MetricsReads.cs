using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Metrics;

/// <summary>
/// How a consultation, or the whole platform, is being answered: now, or as it was known at a moment. What was known at a moment that has passed stays
/// the same for ever.
/// </summary>
public sealed class MetricsReads(DocumentStore store, ParticipationReads participation)
{
    public Task<EngagementMetrics> ForConsultationAsync(Guid consultationId, DateTimeOffset? asAt, CancellationToken cancellationToken) =>
        OfAsync(new MetricsScope(consultationId, asAt), cancellationToken);

    public async Task<EngagementMetrics> OfAsync(MetricsScope scope, CancellationToken cancellationToken)
    {
        // Read before the figures: they are then of this position or a later one, never of an earlier one.
        var position = await store.CountAsync(
            "select coalesce(min(last_seq_id), 0) from public.mt_event_progression where name = any($1)",
            cancellationToken,
            (object)new[] { $"{ActsProjection.ProjectionName}:All", $"{ViewFactsProjection.ProjectionName}:All" });

        var filter = FactFilter.Of(scope, "occurred_on");
        var responses = await store.ListAsync(
            $"""
            select channel, occurred_on, count(*) from engagement.acts
            where counts and kind = '{nameof(ActKind.Response)}' and {filter.Condition}
            group by 1, 2
            """,
            row => (Channel: Enum.Parse<Channel>(row.GetString(0)), Day: row.GetFieldValue<DateOnly>(1), Count: (int)row.GetInt64(2)),
            cancellationToken,
            filter.Parameters);
        var views = await ViewsAsync(scope, null, cancellationToken);

        return new EngagementMetrics(
            responses.Sum(r => r.Count),
            views.Sum(v => v.Figures.All),
            views.Sum(v => v.Figures.Coded),
            [.. responses.GroupBy(r => r.Channel).OrderBy(c => c.Key).Select(c => new ChannelCount(c.Key, c.Sum(r => r.Count)))],
            [.. responses.GroupBy(r => r.Day).OrderBy(d => d.Key).Select(d => new DayCount(d.Key, d.Sum(r => r.Count)))],
            await participation.OfAsync(scope, cancellationToken),
            position);
    }

    /// <summary>In the order of the keys; those of which it is not known come last.</summary>
    public Task<IReadOnlyList<ViewGroup>> ViewsByAsync(MetricsDimension dimension, MetricsScope scope, CancellationToken cancellationToken) =>
        ViewsAsync(scope, dimension, cancellationToken);

    private Task<IReadOnlyList<ViewGroup>> ViewsAsync(MetricsScope scope, MetricsDimension? dimension, CancellationToken cancellationToken)
    {
        var filter = FactFilter.Of(scope, "said_on");
        var key = dimension is { } by ? Dimensions.Column(by, "said_on", "source") : "null::text";
        return store.ListAsync(
            $"""
            select {key} collate "C" as key, count(*) filter (where state = 'Unread'), count(*) filter (where state = 'Coded'),
                   count(*) filter (where state = 'NotCodable')
            from engagement.view_facts where state <> 'Withdrawn' and {filter.Condition}
            group by key order by key
            """,
            row => new ViewGroup(
                row.IsDBNull(0) ? null : row.GetString(0), new ViewFigures((int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(3))),
            cancellationToken,
            filter.Parameters);
    }
}
