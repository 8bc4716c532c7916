using Microsoft.Extensions.Logging;
using Npgsql;

namespace Messaging.Runtime;

/// <summary>Wakes the workers here when another process says that it stored a message.</summary>
internal sealed class WakeListener(NpgsqlDataSource dataSource, WakeSignals signals, string channel, ILogger logger)
{
    private const int LongestAnswerInSeconds = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>After how long without a word it asks whether the connection is still there.</summary>
    public TimeSpan LongestSilence { get; init; } = TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogWarning("The connection that listens for messages was lost ({Exception}); polling until it is back", failure.GetType().Name);
                await Task.Delay(Pause, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await dataSource.OpenConnectionAsync(stop);
        await using (var listen = new NpgsqlCommand($"LISTEN \"{channel}\"", connection))
            await listen.ExecuteNonQueryAsync(stop);
        // Whatever was said while nobody listened.
        signals.WakeHere();
        while (true)
        {
            if (!await connection.WaitAsync(LongestSilence, stop))
            {
                // A connection can be gone without a word, and who only listens does not notice.
                await using var ask = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = LongestAnswerInSeconds };
                await ask.ExecuteNonQueryAsync(stop);
            }

            signals.WakeHere();
        }
    }
}
