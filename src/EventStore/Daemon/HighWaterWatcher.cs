using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>Keeps the high-water mark of one store up to date for all who follow the log in this process; rests while nobody does.</summary>
internal sealed class HighWaterWatcher(DocumentStore store) : IAsyncDisposable
{
    /// <summary>The channel on which stores tell each other of commits.</summary>
    public const string Channel = "mt_events";

    private const string ProgressName = "HighWaterMark";

    /// <summary>What this process signs its notifications with.</summary>
    public string Sender { get; } = Guid.NewGuid().ToString("N");

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan KeepInterval = TimeSpan.FromSeconds(1);

    // A cancellation that comes just as the connection begins to wait is lost in it, and whoever stops would wait for ever.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    // A millisecond for each event a look found beyond the first, so that a quiet log is looked at with every commit and a busy one every few milliseconds.
    private const int LongestRestMilliseconds = 5;

    private readonly AsyncSignal _commit = new();
    private readonly AsyncSignal _advanced = new();
    private readonly Lock _lock = new();
    private int _followers;
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;
    private long _mark = -1;

    /// <summary>The mark; -1 until it has been looked for.</summary>
    public long Mark => Volatile.Read(ref _mark);

    /// <summary>Completes when the mark has moved. Take it before reading <see cref="Mark"/>.</summary>
    public Task Advanced => _advanced.Next;

    /// <summary>Why the mark cannot be read at the moment; null when it can.</summary>
    public string? LastError { get; private set; }

    /// <summary>Something was committed: look now rather than at the next poll.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _followers) > 0) _commit.Pulse();
    }

    /// <summary>Keeps the watcher working until the returned handle is disposed of.</summary>
    public IAsyncDisposable Follow()
    {
        lock (_lock)
        {
            if (++_followers == 1)
            {
                _stop = new CancellationTokenSource();
                var token = _stop.Token;
                var before = _work;
                _work = Task.Run(async () =>
                {
                    await before.ConfigureAwait(false);
                    await Task.WhenAll(WatchAsync(token), ListenAsync(token)).ConfigureAwait(false);
                });
            }
        }

        return new Follower(this);
    }

    /// <summary>Waits until the mark is known, for those who start from "now".</summary>
    public async Task<long> KnownMarkAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var advanced = Advanced;
            if (Mark >= 0) return Mark;
            await AsyncSignal.WaitAsync(advanced, PollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock) _stop?.Cancel();
        await _work.ConfigureAwait(false);
    }

    private async Task UnfollowAsync()
    {
        Task work;
        lock (_lock)
        {
            if (--_followers > 0) return;
            _stop!.Cancel();
            work = _work;
        }

        await work.ConfigureAwait(false);
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var mark = new HighWaterMark(store.Sql, store.Options.Projections.StaleSequenceThreshold, store.Options.TimeProvider);
        var failed = new Backoff(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(2));
        var blocked = new Backoff(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(50));
        var isStarted = false;
        var kept = 0L;
        var keptAt = 0L;
        try
        {
            while (true)
            {
                var commit = _commit.Next;
                var pause = PollInterval;
                var (before, lookedAt) = (mark.Value, Stopwatch.GetTimestamp());
                try
                {
                    await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                    if (!isStarted)
                    {
                        kept = await ReadKeptAsync(connection, cancellationToken).ConfigureAwait(false);
                        await mark.StartAsync(connection, kept, cancellationToken).ConfigureAwait(false);
                        isStarted = true;
                    }

                    while (await mark.AdvanceAsync(connection, cancellationToken).ConfigureAwait(false)) Publish(mark.Value);
                    Publish(mark.Value);
                    if (mark.Value > kept && Environment.TickCount64 - keptAt >= KeepInterval.TotalMilliseconds)
                    {
                        await KeepSkipsAsync(connection, mark.TakeSkips(), cancellationToken).ConfigureAwait(false);
                        await KeepAsync(connection, mark.Value, cancellationToken).ConfigureAwait(false);
                        (kept, keptAt) = (mark.Value, Environment.TickCount64);
                    }

                    LastError = null;
                    failed.Reset();
                    if (mark.IsBlocked) pause = blocked.Next();
                    else blocked.Reset();
                }
                catch (Exception wrong) when (!cancellationToken.IsCancellationRequested)
                {
                    var delay = failed.Next();
                    LastError = wrong.Message;
                    store.Options.Logger.LogWarning(wrong, "The event store's high-water mark could not be read; it is tried again in {Delay}.", delay);
                    await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
                    continue;
                }

                await AsyncSignal.WaitAsync(commit, pause, cancellationToken).ConfigureAwait(false);
                var rest = TimeSpan.FromMilliseconds(Math.Clamp(mark.Value - before - 1, 0, LongestRestMilliseconds)) - Stopwatch.GetElapsedTime(lookedAt);
                if (rest > TimeSpan.Zero) await Task.Delay(rest, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped: whoever follows next starts afresh, and must not take an old mark for the present one.
            Volatile.Write(ref _mark, -1);
        }
    }

    /// <summary>Other processes' commits arrive here; when this fails, polling still sees them.</summary>
    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var failed = new Backoff(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5));
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                try
                {
                    connection.Notification += Notified;
                    await ExecuteAsync(connection, $"listen {Channel}", cancellationToken).ConfigureAwait(false);
                    failed.Reset();
                    while (!cancellationToken.IsCancellationRequested) await connection.WaitAsync(LongestWait, cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    // The connection goes back to the pool, where it must not go on listening.
                    connection.Notification -= Notified;
                    if (connection.State == System.Data.ConnectionState.Open)
                        await ExecuteAsync(connection, $"unlisten {Channel}", CancellationToken.None).ConfigureAwait(false);
                }
            }
            catch (Exception wrong) when (cancellationToken.IsCancellationRequested || wrong is not OutOfMemoryException)
            {
                await Task.Delay(failed.Next(), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>This process knows of its own commits already.</summary>
    private void Notified(object sender, NpgsqlNotificationEventArgs news)
    {
        if (news.Payload != Sender) Wake();
    }

    private void Publish(long mark)
    {
        if (mark == Mark) return;
        Volatile.Write(ref _mark, mark);
        _advanced.Pulse();
    }

    private async Task<long> ReadKeptAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(store.Sql.ReadProgress, connection);
        command.Parameters.Add(Parameter.Of(ProgressName));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long? ?? 0;
    }

    private async Task KeepAsync(NpgsqlConnection connection, long mark, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(store.Sql.RaiseProgress, connection);
        command.Parameters.Add(Parameter.Of(ProgressName));
        command.Parameters.Add(Parameter.Of(mark));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task KeepSkipsAsync(NpgsqlConnection connection, IReadOnlyList<(long Starting, long Ending)> skips, CancellationToken cancellationToken)
    {
        if (skips.Count == 0) return;
        await using var command = new NpgsqlCommand(store.DaemonSql.KeepSkips, connection);
        command.Parameters.Add(Parameter.Of((long[])[.. skips.Select(skip => skip.Ending)]));
        command.Parameters.Add(Parameter.Of((long[])[.. skips.Select(skip => skip.Starting)]));
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private sealed class Follower(HighWaterWatcher watcher) : IAsyncDisposable
    {
        private int _disposed;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0) await watcher.UnfollowAsync().ConfigureAwait(false);
        }
    }
}
