using Engagement.Common;
using Engagement.Governance;
using EventStore;
using Messaging;

namespace Engagement.Measures;

/// <summary>
/// Has the measure of how groups invite parents' representatives counted from their meetings: of each quarter as soon as it is over, and again where something
/// is recorded of it later.
/// </summary>
public sealed class MeetingActuals(MessageOutbox outbox) : ISubscription
{
    /// <summary>The number of the measure: all groups have identified parents' representatives and invited them to all meetings.</summary>
    public const string Code = "M2.3";

    public string Name => "MeetingActuals";

    public IReadOnlyCollection<Type> EventTypes { get; } =
    [
        typeof(SeatCreated), typeof(RepAppointed), typeof(SeatVacated), typeof(MeetingScheduled), typeof(RepInvited), typeof(MeetingHeld), typeof(MeetingCancelled), typeof(MeasureDefined),
    ];

    public async Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        foreach (var e in page)
        {
            if (await MessageOfAsync(e, operations, cancellationToken) is var (message, deduplication))
            {
                operations.QueueSqlCommand(outbox.Send(
                    message,
                    new DeliveryOptions
                    {
                        ScheduledTime = message.At,
                        DeduplicationId = deduplication,
                        CorrelationId = e.CorrelationId,
                        CausationId = e.Id.ToString("N"),
                    }));
            }
        }
    }

    private static async Task<(ReportMeetings Message, string Deduplication)?> MessageOfAsync(IEvent e, IDocumentSession operations, CancellationToken cancellationToken)
    {
        var alone = $"meetings:{e.Id:N}";
        if (e.Data is MeasureDefined defined)
            return defined.Code == Code ? (new ReportMeetings(DateOnly.MinValue, e.Timestamp), alone) : null;

        DateOnly? day = e.Data switch
        {
            SeatCreated created => created.CreatedOn,
            RepAppointed appointed => appointed.AppointedOn,
            SeatVacated vacated => vacated.VacatedOn,
            _ => (await operations.LoadAsync<MeetingPage>(e.StreamId, cancellationToken))?.OnDay,
        };
        if (day is not { } since)
            return null;

        var (quarter, first, last) = PeriodDates.QuarterOf(since);
        var over = LondonCalendar.StartOf(last.AddDays(1));
        // One count at the end of a quarter is enough for all that was recorded before.
        return e.Timestamp < over ? (new ReportMeetings(first, over), $"meetings:{quarter}") : (new ReportMeetings(since, e.Timestamp), alone);
    }
}
