using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.SignIn;

/// <summary>Deletes what is over: ended sessions, links nobody followed, counts of tries.</summary>
public sealed partial class SignInUpkeep(Sessions sessions, SignInLinks links, Attempts attempts, ILogger<SignInUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    /// <summary>Deletes it now.</summary>
    public async Task ForgetEndedAsync(CancellationToken cancellationToken)
    {
        await sessions.ForgetEndedAsync(cancellationToken);
        await links.ForgetEndedAsync(cancellationToken);
        await attempts.ForgetEndedAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetEndedAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is over in signing in could not be deleted; trying again later")]
    private partial void LogFailed(Exception failure);
}
