using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>One projection or subscription in one daemon: started and stopped, run here while this process owns it, waited for.</summary>
internal sealed class Shard(DocumentStore store, EventProcessor processor, DaemonControl control) : IAsyncDisposable
{
    private static readonly TimeSpan TakeOverInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(3);

    private readonly ShardLock _lock = new(store, processor.Name);
    private readonly ShardProgress _progress = new();
    private readonly BackgroundWork _work = new();
    private volatile bool _isOwner;

    public string Name => processor.Name;

    /// <summary>Whether this process holds its lock, whatever it is doing with it.</summary>
    public bool IsOwner => _isOwner;

    public ShardStatus Status
    {
        get
        {
            var (kept, oldest) = control.ProgressOf(processor.ProgressName);
            var state = _progress.State;
            var mark = store.HighWater.Mark;
            var position = state is ShardState.Standby or ShardState.Paused ? Math.Max(kept, _progress.Position) : _progress.Position;
            return new ShardStatus(Name, state, position, mark, _progress.Attempts, _progress.LastError)
            {
                LagTime = position < mark && oldest is { } since ? Age(since) : TimeSpan.Zero,
                DeadLetters = control.DeadLettersOf(Name),
                Pause = control.PauseOf(Name),
            };
        }
    }

    public void Start()
    {
        if (_work.IsStarted) return;

        // At once, and not when the task gets its turn: a daemon that has been started has no stopped shards.
        _progress.Enter(ShardState.Standby);
        _work.Start(RunAsync);
    }

    public Task StopAsync() => _work.StopAsync();

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    /// <summary>Waits until this or another node has passed a position.</summary>
    public async Task WaitForAsync(long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            var moved = _progress.Moved;
            if (_progress.State == ShardState.Running && _progress.Position >= sequence) return;
            if (_progress.State != ShardState.Running && await KeptPositionAsync(cancellationToken).ConfigureAwait(false) >= sequence) return;
            await AsyncSignal.WaitAsync(moved, TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await UntilResumedAsync(cancellationToken).ConfigureAwait(false);
                await OwnAsync(cancellationToken).ConfigureAwait(false);
                if (control.PauseOf(Name) is not null) continue;
                await Task.Delay(TakeOverInterval, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception wrong) when (wrong is not OutOfMemoryException)
            {
                await FailAsync(wrong, cancellationToken).ConfigureAwait(false);
            }
        }

        _progress.Enter(ShardState.Stopped);
    }

    private async Task UntilResumedAsync(CancellationToken cancellationToken)
    {
        await control.KnownAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var changed = control.Changed;
            if (control.PauseOf(Name) is null) break;
            _progress.Enter(ShardState.Paused);
            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_progress.State == ShardState.Paused) _progress.Enter(ShardState.Standby);
    }

    /// <summary>Runs it here, if no other node does.</summary>
    private async Task OwnAsync(CancellationToken cancellationToken)
    {
        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!await _lock.TryTakeAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            _progress.StandBy();
            await _lock.EndSilentOwnerAsync(connection, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            _isOwner = true;
            await new ShardRun(store, processor, _progress, control, connection).FollowAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _isOwner = false;
            await _lock.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(Exception wrong, CancellationToken cancellationToken)
    {
        _progress.Fail(store.Failures.SummaryOf(wrong));
        var delay = Backoff.Delay(FirstDelay, LongestDelay, _progress.Attempts);
        store.Options.Logger.LogError(
            "{Projection} failed after log position {Position} (attempt {Attempt}); it is tried again in {Delay}. {Failure}",
            Name,
            _progress.Position,
            _progress.Attempts,
            delay,
            store.Failures.DetailOf(wrong));
        await Task.Delay(delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<long> KeptPositionAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = store.DataSource.CreateCommand(store.Sql.ReadProgress);
            command.Parameters.Add(Parameter.Of(processor.ProgressName));
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long? ?? 0;
        }
        catch (NpgsqlException wrong) when (TransientFailure.Is(wrong))
        {
            // Who waits for a projection waits for the database too.
            return -1;
        }
    }

    private TimeSpan Age(DateTimeOffset since)
    {
        var age = store.Options.TimeProvider.GetUtcNow() - since;
        return age > TimeSpan.Zero ? age : TimeSpan.Zero;
    }
}
