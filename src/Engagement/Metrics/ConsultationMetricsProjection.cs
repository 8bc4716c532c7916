using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Metrics;

public sealed class ConsultationMetricsProjection : MultiStreamProjection<ConsultationMetrics>
{
    public ConsultationMetricsProjection() => Identities<ResponseSubmitted>(e => e.Data.ConsultationId is { } consultation ? [consultation] : []);

    public override ConsultationMetrics Evolve(ConsultationMetrics? snapshot, Guid id, IEvent e)
    {
        var metrics = snapshot ?? new ConsultationMetrics { Id = id };
        return e.Data is ResponseSubmitted submitted ? Count(metrics, submitted) : metrics;
    }

    private static ConsultationMetrics Count(ConsultationMetrics metrics, ResponseSubmitted submitted) => metrics with
    {
        Responses = metrics.Responses + 1,
        ResponsesByChannel = OneMore(metrics.ResponsesByChannel, submitted.Channel),
        ResponsesByDay = OneMore(metrics.ResponsesByDay, LondonCalendar.DayOf(submitted.SubmittedAt)),
    };

    private static SortedDictionary<TKey, int> OneMore<TKey>(SortedDictionary<TKey, int> counts, TKey key) where TKey : notnull =>
        new(counts) { [key] = counts.GetValueOrDefault(key) + 1 };
}
