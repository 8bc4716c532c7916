using Messaging.Storage;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>Forgets deduplication ids whose window has passed. Correctness does not depend on it, only the table's size.</summary>
internal sealed class DeduplicationCleaner(NpgsqlDataSource dataSource, EnvelopeStatements statements, MessagingClock clock, ILogger logger)
{
    private const int AtOnce = 5000;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Interval, stop);
                await CleanAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("Old deduplication ids could not be removed ({Exception}); trying again in {Interval}", failure.GetType().Name, Interval);
            }
        }
    }

    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        int forgotten;
        do
        {
            await using var batch = dataSource.CreateBatch();
            batch.BatchCommands.Add(statements.ForgetDeduplicationIds(clock.Now, AtOnce));
            forgotten = await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        while (forgotten == AtOnce);
    }
}
