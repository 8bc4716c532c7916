using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Notifications;

/// <summary>Sends messages one after the other, no faster than it was told to.</summary>
public sealed partial class NotificationSender(NotificationDispatch dispatch, NotificationOptions options, ILogger<NotificationSender> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Send)
            return;

        var pause = TimeSpan.FromSeconds(1 / options.MostPerSecond);
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LookAgain;
            try
            {
                if (await dispatch.SendNextAsync(stoppingToken) is { } outcome)
                {
                    wait = pause;
                    if (outcome.Result is DispatchResult.Failed)
                        LogNotTaken(outcome.Problem);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogFailed(failure);
                wait = Rest;
            }

            await Task.Delay(wait, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message was not taken ({Problem}); trying again later")]
    private partial void LogNotTaken(string? problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages could not be sent; trying again later")]
    private partial void LogFailed(Exception failure);
}
