using System.Data.Common;
using Npgsql;

namespace EventStore;

/// <summary>
/// Tells this process at once, and other processes within a few milliseconds, that something was committed. NOTIFY takes a lock on the whole database
/// until its transaction has ended, so it is never part of a unit of work: many commits share one, sent in the background.
/// </summary>
internal sealed class CommitNotifier(NpgsqlDataSource dataSource, HighWaterWatcher highWater) : IAsyncDisposable
{
    private const int ShortestIntervalMilliseconds = 10;

    private readonly CancellationTokenSource _stop = new();
    private int _isPending;
    private long _sentAt;
    private Task _sending = Task.CompletedTask;

    public void Committed()
    {
        highWater.Wake();
        if (Interlocked.Exchange(ref _isPending, 1) == 0) _sending = Task.Run(SendAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _sending.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task SendAsync()
    {
        try
        {
            var wait = ShortestIntervalMilliseconds - (Environment.TickCount64 - Volatile.Read(ref _sentAt));
            if (wait > 0) await Task.Delay((int)wait, _stop.Token).ConfigureAwait(false);
            Volatile.Write(ref _sentAt, Environment.TickCount64);
            Volatile.Write(ref _isPending, 0);

            // A lost notification costs a poll interval at worst, so it does not wait for the disk.
            await using var connection = await dataSource.OpenConnectionAsync(_stop.Token).ConfigureAwait(false);
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands = { new("set local synchronous_commit = off"), new($"notify {HighWaterWatcher.Channel}, '{highWater.Sender}'") },
            };
            await batch.ExecuteNonQueryAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or DbException or IOException or ObjectDisposedException or TimeoutException)
        {
            // Polling finds the events all the same.
        }
    }
}
