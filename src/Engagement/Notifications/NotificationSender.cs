using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Notifications;

/// <summary>Sends messages, a few at a time, and with all other processes together no faster than it was told to.</summary>
public sealed partial class NotificationSender(NotificationDispatch dispatch, NotificationOptions options, ILogger<NotificationSender> logger) : BackgroundService
{
    // Taken together, they go out together: for no longer than this does the pace run ahead of itself.
    private const double Ahead = 0.1;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // Whoever stops their messages expects no more of them.
    private static readonly TimeSpan LongestBetween = TimeSpan.FromSeconds(2);

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
                await SendSomeAsync(free, stoppingToken);
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

    /// <summary>How many letters are taken at a time: one where the pace is slow.</summary>
    internal static int MostInTurn(NotificationOptions options) => (int)Math.Clamp(options.MostPerSecond * Ahead, 1, options.AtATime);

    private async Task SendSomeAsync(SemaphoreSlim free, CancellationToken stoppingToken)
    {
        var hasPlace = true;
        try
        {
            var letters = await TakeAsync(stoppingToken);
            for (var i = 0; i < letters.Count; i++)
            {
                hasPlace = hasPlace || await free.WaitAsync(LongestBetween, CancellationToken.None);
                if (!hasPlace || letters[i].Age > LongestBetween)
                {
                    await dispatch.PutBackAsync(letters.Skip(i));
                    return;
                }

                _ = SendAsync(letters[i], free);
                hasPlace = false;
            }
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
            if (hasPlace)
                free.Release();
        }
    }

    private async Task<IReadOnlyList<HeldLetter>> TakeAsync(CancellationToken stoppingToken)
    {
        // What was sent last may have found a database that does not answer.
        await Task.Delay(TimeSpan.FromTicks(Interlocked.Exchange(ref _pause, 0)), stoppingToken);
        var (most, pace) = (MostInTurn(options), options.MostPerSecond);
        if (await dispatch.TakeTurnsAsync(most, pace, stoppingToken) is not { } turn)
        {
            Pause(LookAgain);
            return [];
        }

        await Task.Delay(turn, stoppingToken);
        var letters = await dispatch.TakeAsync(most);
        if (letters.Count < most)
            await dispatch.GiveBackTurnsAsync(most - letters.Count, pace);
        return letters;
    }

    private async Task SendAsync(HeldLetter letter, SemaphoreSlim free)
    {
        try
        {
            var outcome = await dispatch.SendAsync(letter);
            if (outcome.Result is DispatchResult.Failed)
                LogNotTaken(outcome.Problem);
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
