using Engagement.Common;
using Engagement.Surveys;
using EventStore;

namespace Engagement.Metrics;

public sealed class ConsultationMetricsProjection : MultiStreamProjection<ConsultationMetrics>
{
    public ConsultationMetricsProjection()
    {
        Identities<ResponseSubmitted>(e => PlaceOf(e.Data) is { } place ? [place] : []);
        CustomGrouping(new ByWhatWasSubmitted());
    }

    public override ConsultationMetrics? Evolve(ConsultationMetrics? snapshot, Guid id, IEvent e) => (snapshot, e.Data) switch
    {
        (null, ResponseSubmitted { ConsultationId: { } consultation } submitted) => new ConsultationMetrics
        {
            Id = id,
            ConsultationId = consultation,
            Channel = submitted.Channel,
            Day = LondonCalendar.DayOf(submitted.SubmittedAt),
            Responses = 1,
        },
        ({ } metrics, ResponseSubmitted) => metrics with { Responses = metrics.Responses + 1 },
        ({ Responses: 1 }, ResponseWithdrawn { StaysInTotals: false } or ResponseVoided) => null,
        ({ } metrics, ResponseWithdrawn { StaysInTotals: false } or ResponseVoided) => metrics with { Responses = metrics.Responses - 1 },
        _ => snapshot,
    };

    private static Guid? PlaceOf(ResponseSubmitted submitted) => submitted.ConsultationId is { } consultation
        ? ConsultationMetrics.IdFor(consultation, submitted.Channel, LondonCalendar.DayOf(submitted.SubmittedAt))
        : null;

    /// <summary>What ends a response does not say where it was counted; the beginning of its stream does.</summary>
    private sealed class ByWhatWasSubmitted : IAggregateGrouper<Guid>
    {
        public IReadOnlyCollection<Type>? EventTypes { get; } = [typeof(ResponseWithdrawn), typeof(ResponseVoided)];

        public async Task GroupAsync(
            IQuerySession session, IReadOnlyList<IEvent> events, IEventGrouping<Guid> grouping, CancellationToken cancellationToken)
        {
            foreach (var e in events)
            {
                var first = await session.Events.FetchStreamAsync(e.StreamId, version: 1, cancellationToken: cancellationToken);
                if (first.Select(one => one.Data).OfType<ResponseSubmitted>().FirstOrDefault() is { } submitted && PlaceOf(submitted) is { } place)
                    grouping.AddEvent(place, e);
            }
        }
    }
}
