using System.Data.Common;
using Npgsql;

namespace EventStore;

/// <summary>
/// Tells this process at once, and other processes within a few milliseconds, that something was committed. NOTIFY takes a lock on the whole database
/// until its transaction has ended, so it is never part of a unit of work: many commits share one, sent in the background.
/// </summary>
internal sealed class CommitNotifier(NpgsqlDataSource dataSource, HighWaterWatcher highWater) : IAsyncDisposable
{
    // The more commits the last notification stood for, the longer the next waits for company: few commits are told at once, many cost little.
    private const int LongestIntervalMilliseconds = 20;

    // A lost notification costs a poll interval at worst, so it does not wait for the disk.
    private const string Notify = $"select set_config('synchronous_commit', 'off', true), pg_notify('{HighWaterWatcher.Channel}', $1)";

    private readonly CancellationTokenSource _stop = new();
    private int _unsaid;
    private int _saidLast;
    private long _sentAt;
    private Task _sending = Task.CompletedTask;

    public void Committed()
    {
        highWater.Wake();
        if (Interlocked.Increment(ref _unsaid) == 1) _sending = Task.Run(SendAsync);
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
            var wait = Math.Min(_saidLast, LongestIntervalMilliseconds) - (Environment.TickCount64 - Volatile.Read(ref _sentAt));
            if (wait > 0) await Task.Delay((int)wait, _stop.Token).ConfigureAwait(false);
            Volatile.Write(ref _sentAt, Environment.TickCount64);
            _saidLast = Interlocked.Exchange(ref _unsaid, 0);

            await using var connection = await dataSource.OpenConnectionAsync(_stop.Token).ConfigureAwait(false);
            await using var command = new NpgsqlCommand(Notify, connection);
            command.Parameters.Add(Parameter.Of(highWater.Sender));
            await command.ExecuteNonQueryAsync(_stop.Token).ConfigureAwait(false);
        }
        catch (Exception wrong) when (wrong is OperationCanceledException or DbException or IOException or ObjectDisposedException or TimeoutException)
        {
            // Polling finds the events all the same.
        }
    }
}
