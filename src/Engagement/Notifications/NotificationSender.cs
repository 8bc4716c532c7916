using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Notifications;

/// <summary>Sends messages, a few at a time, and with all other processes together no faster than it was told to.</summary>
public sealed partial class NotificationSender(NotificationDispatch dispatch, NotificationOptions options, ILogger<NotificationSender> logger) : BackgroundService
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    private long _pause;

    /// <summary>
    /// Takes one turn after the other and does not wait for what is sent in one before it takes the next: so the pace is kept while a mail server takes its time.
    /// </summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Send)
            return;

        using var free = new SemaphoreSlim(options.AtATime);
        try
        {
            while (true)
            {
                await free.WaitAsync(stoppingToken);
                if (await WaitForTurnAsync(stoppingToken))
                    _ = SendAsync(free, stoppingToken);
                else
                    free.Release();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It ends.
        }

        // What is begun is finished.
        for (var i = 0; i < options.AtATime; i++)
            await free.WaitAsync(CancellationToken.None);
    }

    private async Task<bool> WaitForTurnAsync(CancellationToken stoppingToken)
    {
        try
        {
            // What was sent last may have found nothing that is free, or a database that does not answer.
            await Task.Delay(TimeSpan.FromTicks(Interlocked.Exchange(ref _pause, 0)), stoppingToken);
            if (await dispatch.TakeTurnAsync(options.MostPerSecond, stoppingToken) is { } turn)
            {
                await Task.Delay(turn, stoppingToken);
                return true;
            }

            Pause(LookAgain);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It ends.
        }
        catch (Exception failure)
        {
            LogFailed(failure);
            Pause(Rest);
        }

        return false;
    }

    private async Task SendAsync(SemaphoreSlim free, CancellationToken stoppingToken)
    {
        try
        {
            var outcome = await dispatch.SendNextAsync(stoppingToken);
            if (outcome is null)
                Pause(LookAgain);
            else if (outcome.Result is DispatchResult.Failed)
                LogNotTaken(outcome.Problem);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // It ends.
        }
        catch (Exception failure)
        {
            LogFailed(failure);
            Pause(Rest);
        }
        finally
        {
            free.Release();
        }
    }

    private void Pause(TimeSpan time) => Interlocked.Exchange(ref _pause, time.Ticks);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message was not taken ({Problem}); trying again later")]
    private partial void LogNotTaken(string? problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "Messages could not be sent; trying again later")]
    private partial void LogFailed(Exception failure);
}
