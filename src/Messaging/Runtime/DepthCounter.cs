using Messaging.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Messaging.Runtime;

/// <summary>Counts the messages that wait, for the gauge, while somebody listens to it.</summary>
internal sealed class DepthCounter(MessageQueues queues, MessagingTelemetry telemetry, ILogger logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (MessagingTelemetry.WantsDepth)
                    await CountAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("The messages that wait could not be counted ({Exception})", failure.GetType().Name);
            }

            await Task.Delay(Interval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async Task CountAsync(CancellationToken cancellationToken)
    {
        foreach (var (queue, waiting) in await queues.CountDueAsync(cancellationToken))
            telemetry.HasDepth(queue, waiting);
    }
}
