using Messaging.Handling;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>Handles the messages of one queue, one after another, until told to stop. Nothing that goes wrong ends it.</summary>
internal sealed class QueueWorker(string queue, MessageProcessor processor, WakeSignal wake, MessagingOptions options, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(1);

    /// <param name="stop">Cancelled when no further message may be taken; the one in hand is finished.</param>
    /// <param name="abandon">Cancelled when the one in hand must be let go too.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (!await processor.HandleNextAsync(queue, abandon))
                    await wake.WaitAsync(await UntilNextDueAsync(stop), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                Report(failure);
                await Task.Delay(PauseAfterTrouble, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<TimeSpan> UntilNextDueAsync(CancellationToken cancellationToken)
    {
        if (await processor.NextDueAsync(queue, cancellationToken) is not { } due)
            return options.PollingInterval;
        var wait = due - clock.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < options.PollingInterval ? wait : options.PollingInterval;
    }

    private void Report(Exception failure)
    {
        if (failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName })
            logger.LogError("The queue {Queue} cannot be read: the tables are missing or old. Call MessagingSchema.ApplyAsync at start-up", queue);
        else
            logger.LogError(failure, "The queue {Queue} cannot be worked on; trying again in {Pause}", queue, PauseAfterTrouble);
    }
}
