using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Engagement.Webhooks;

/// <summary>Deletes deliveries that have been kept long enough, and keeps the secrets of an earlier release as those of this one.</summary>
public sealed partial class WebhookUpkeep(
    NpgsqlDataSource database, WebhookReads reads, WebhookSecrets secrets, WebhookOptions options, TimeProvider clock, ILogger<WebhookUpkeep> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Deletes them now.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(WebhookTables.Forget(clock.GetUtcNow().AddDays(-options.KeepDays)));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Seals the secrets that were kept nowhere. They sign as they did.</summary>
    public async Task KeepOldSecretsAsync(CancellationToken cancellationToken)
    {
        foreach (var (webhook, number) in await reads.OldSecretsAsync(cancellationToken))
        {
            await using var batch = database.CreateBatch();
            batch.BatchCommands.Add(WebhookTables.Keep(webhook, number, secrets.SealOld(webhook, number)));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await KeepOldSecretsAsync(stoppingToken);
                await ForgetOldAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                LogFailed(failure);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The upkeep of webhooks failed; trying again later")]
    private partial void LogFailed(Exception failure);
}
