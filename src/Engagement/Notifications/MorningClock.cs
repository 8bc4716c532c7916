using Engagement.Common;
using EventStore;
using Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement.Notifications;

/// <summary>Makes sure, every hour, that the messages of this morning and the next are sent: whichever process runs, and however long none did. A day's is sent once.</summary>
internal sealed partial class MorningClock(MessageOutbox outbox, DocumentStore store, TimeProvider clock, ILogger<MorningClock> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ScheduleAsync(stoppingToken);
            }
            catch (NpgsqlException)
            {
                LogTrouble();
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await Task.Delay(Often, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        var today = clock.LondonToday();
        await using var session = store.LightweightSession();
        // Also this morning's, though it may be over: on a Monday the week hangs on it.
        foreach (var day in (DateOnly[])[today, today.AddDays(1)])
        {
            session.QueueSqlCommand(outbox.Send(
                new PrepareMorning(day), new DeliveryOptions { ScheduledTime = PrepareMorning.On(day), DeduplicationId = $"morning:{IsoDay.Of(day)}" }));
        }

        await session.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The reminders of the morning cannot be put into the queue; trying again in an hour")]
    private partial void LogTrouble();
}
