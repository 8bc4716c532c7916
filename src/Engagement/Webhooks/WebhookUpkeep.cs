using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>Deletes deliveries that have been kept long enough.</summary>
public sealed partial class WebhookUpkeep(NpgsqlDataSource database, WebhookOptions options, TimeProvider clock, ILogger<WebhookUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Deletes them now.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(WebhookTables.Forget(clock.GetUtcNow().AddDays(-options.KeepDays)));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await ForgetOldAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Old deliveries of webhooks could not be deleted; trying again later")]
    private partial void LogFailed(Exception failure);
}
