using Engagement.Common;
using EventStore;
using Messaging;

namespace Engagement.Forums;

/// <summary>
/// Has the figures of each month of each forum drafted when the month has ended in London: whatever is received schedules a message for then, which is
/// handled then or as soon as a worker runs again. What is brought in for a month that is over has it looked at with the next day.
/// </summary>
public sealed class ForumMonths(MessageOutbox outbox) : ISubscription
{
    public string Name => "ForumMonths";

    public IReadOnlyCollection<Type> EventTypes { get; } = [typeof(ContributionReceived)];

    /// <summary>The first day of the month that a contribution counts in.</summary>
    internal static DateOnly Of(ContributionReceived received)
    {
        var day = LondonCalendar.DayOf(received.ReceivedAt);
        return new DateOnly(day.Year, day.Month, 1);
    }

    public Task ProcessEventsAsync(IReadOnlyList<IEvent> page, IDocumentSession operations, CancellationToken cancellationToken)
    {
        // One message for all of a page, and while it waits for all of a month.
        foreach (var message in page.Select(MessageOf).Distinct())
        {
            operations.QueueSqlCommand(outbox.Send(
                message,
                new DeliveryOptions
                {
                    ScheduledTime = LondonCalendar.StartOf(message.Day),
                    DeduplicationId = $"forum-month:{message.ForumId:N}:{IsoDay.Of(message.Month)}:{IsoDay.Of(message.Day)}",
                }));
        }

        return Task.CompletedTask;
    }

    private static DraftForumMonth MessageOf(IEvent e)
    {
        var received = (ContributionReceived)e.Data;
        var (month, next) = (Of(received), LondonCalendar.DayOf(e.Timestamp).AddDays(1));
        var over = month.AddMonths(1);
        return new DraftForumMonth(received.ForumId, month, over > next ? over : next);
    }
}
