using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>Tells other processes of new messages with NOTIFY, outside the transactions that store them: any number of messages, one at a time.</summary>
internal sealed class WakeNotifier(NpgsqlDataSource dataSource, WakeSignal wake, string channel, ILogger logger)
{
    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await wake.WaitAsync(Timeout.InfiniteTimeSpan, stop);
                await using var notify = dataSource.CreateCommand($"NOTIFY \"{channel}\"");
                await notify.ExecuteNonQueryAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The others poll, so they find the message a little later.
                logger.LogWarning("Other processes could not be told of a message ({Exception})", failure.GetType().Name);
            }
        }
    }
}
