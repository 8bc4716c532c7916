using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Notifications;

/// <summary>Sends messages, a few at a time, and with all other processes together no faster than it was told to.</summary>
public sealed partial class NotificationSender(NotificationDispatch dispatch, NotificationOptions options, ILogger<NotificationSender> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Send
        ? Task.WhenAll(Enumerable.Range(0, options.AtATime).Select(_ => SendAsync(stoppingToken)))
        : Task.CompletedTask;

    private async Task SendAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = TimeSpan.Zero;
            try
            {
                if (await dispatch.TakeTurnAsync(options.MostPerSecond, stoppingToken) is not { } turn)
                {
                    wait = LookAgain;
                }
                else
                {
                    await Task.Delay(turn, stoppingToken);
                    if (await dispatch.SendNextAsync(stoppingToken) is { Result: DispatchResult.Failed } outcome)
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
