using Engagement.Common;
using Messaging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Privacy;

/// <summary>
/// Makes sure, every hour, that the next day's look at the retention rules is waiting in the queue: whichever process runs, and however long none did.
/// A day's message is sent once.
/// </summary>
internal sealed partial class RetentionClock(MessageOutbox outbox, EventStore.DocumentStore store, TimeProvider clock, ILogger<RetentionClock> logger)
    : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        do
        {
            try
            {
                await ScheduleAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is Npgsql.NpgsqlException)
            {
                LogTrouble(logger);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task ScheduleAsync(CancellationToken cancellationToken)
    {
        var day = clock.LondonToday().AddDays(1);
        await using var session = store.LightweightSession();
        session.QueueSqlCommand(outbox.Send(
            new RunRetention(day),
            new DeliveryOptions { ScheduledTime = RetentionSchedule.NextRun(clock), DeduplicationId = $"retention:{IsoDay.Of(day)}" }));
        await session.SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "The next look at the retention rules cannot be put into the queue; trying again in an hour.")]
    private static partial void LogTrouble(ILogger logger);
}
