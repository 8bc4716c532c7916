using Engagement.Participants;
using EventStore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Privacy;

/// <summary>In every process: forgets whose key is destroyed, wherever that happens, and keeps it in the process's own ledger.</summary>
internal sealed partial class ErasureListener(
    DocumentStore store, KeyDestruction destruction, IEnumerable<IPersonalTextMemory> memories, ILogger<ErasureListener> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? after = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                after ??= await store.Tail.PositionAsync(stoppingToken);
                await foreach (var e in store.Tail.ReadAsync(after, stoppingToken))
                {
                    if (e.Data is SubjectKeyDestroyed destroyed)
                        await ForgetAsync(e, destroyed, stoppingToken);

                    after = e.Sequence;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception problem)
            {
                LogTrouble(logger, problem.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ForgetAsync(IEvent e, SubjectKeyDestroyed destroyed, CancellationToken cancellationToken)
    {
        foreach (var memory in memories)
            await memory.ForgetAsync(destroyed.SubjectId, cancellationToken);

        await destruction.KeepAsync(e, destroyed, cancellationToken);
    }

    [LoggerMessage(1, LogLevel.Warning, "What was erased cannot be followed ({Problem}); trying again.")]
    private static partial void LogTrouble(ILogger logger, string problem);
}
