using Microsoft.Extensions.Logging;
using Npgsql;

namespace EventStore;

/// <summary>
/// Runs one projection or subscription. The connection that holds its lock is the one that writes: a node that has lost the lock
/// has lost the connection, and cannot write any more.
/// </summary>
internal sealed class Shard(DocumentStore store, EventProcessor processor) : IAsyncDisposable
{
    private static readonly TimeSpan TakeOverInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan KeepInterval = TimeSpan.FromMilliseconds(500);

    private readonly AsyncSignal _moved = new();
    private readonly Backoff _failed = new(TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(30));
    private CancellationTokenSource? _stop;
    private Task _work = Task.CompletedTask;
    private long _position;
    private volatile ShardState _state = ShardState.Stopped;
    private volatile string? _lastError;
    private int _attempts;

    public string Name => processor.Name;

    public ShardStatus Status => new(Name, _state, Volatile.Read(ref _position), store.HighWater.Mark, _attempts, _lastError);

    public void Start()
    {
        if (_stop is not null) return;
        _stop = new CancellationTokenSource();
        var token = _stop.Token;

        // At once, and not when the task gets its turn: a daemon that has been started has no stopped shards.
        _state = ShardState.Standby;
        _work = Task.Run(() => RunAsync(token), CancellationToken.None);
    }

    public async Task StopAsync()
    {
        if (_stop is null) return;
        await _stop.CancelAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
        _stop = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync().ConfigureAwait(false);

    /// <summary>Waits until this or another node has passed a position.</summary>
    public async Task WaitForAsync(long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            var moved = _moved.Next;
            if (_state == ShardState.Running && Volatile.Read(ref _position) >= sequence) return;
            if (_state != ShardState.Running && await KeptPositionAsync(cancellationToken).ConfigureAwait(false) >= sequence) return;
            await AsyncSignal.WaitAsync(moved, TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Empties the documents and goes back to the beginning of the log. Only while stopped.</summary>
    public async Task ResetAsync(CancellationToken cancellationToken)
    {
        if (processor.Clear is not { } clear)
        {
            throw new InvalidStoreUseException(
                "PROJECTION_CANNOT_REBUILD", $"'{Name}' keeps no documents of its own, so the store does not know what to empty before a rebuild.");
        }

        await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        if (!await TryLockAsync(connection, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidStoreUseException(
                "PROJECTION_RUNS_ELSEWHERE", $"Another node runs '{Name}'. Ask that node to rebuild it, or stop its daemon first.");
        }

        try
        {
            var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
            batch.Add(clear);
            batch.Add(Command(store.Sql.ResetProgress));
            await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await UnlockAsync(connection).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                if (await TryLockAsync(connection, cancellationToken).ConfigureAwait(false))
                {
                    try
                    {
                        await FollowAsync(connection, cancellationToken).ConfigureAwait(false);
                    }
                    finally
                    {
                        await UnlockAsync(connection).ConfigureAwait(false);
                    }
                }

                if (_state != ShardState.Retrying) _state = ShardState.Standby;
                await connection.CloseAsync().ConfigureAwait(false);
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

        _state = ShardState.Stopped;
    }

    private async Task FailAsync(Exception wrong, CancellationToken cancellationToken)
    {
        var delay = _failed.Next();
        _attempts++;
        _lastError = $"{wrong.GetType().Name}: {wrong.Message}";
        _state = ShardState.Retrying;
        store.Options.Logger.LogError(
            wrong, "{Projection} failed after log position {Position} (attempt {Attempt}); it is tried again in {Delay}.", Name, _position, _attempts, delay);
        await Task.Delay(delay, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task FollowAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var kept = await StartProgressAsync(connection, cancellationToken).ConfigureAwait(false);
        var keptAt = Environment.TickCount64;
        Move(kept);
        while (true)
        {
            var advanced = store.HighWater.Advanced;
            var mark = store.HighWater.Mark;
            var position = _position;
            if (position >= mark)
            {
                Succeed();
                if (position == kept)
                {
                    await advanced.WaitAsync(cancellationToken).ConfigureAwait(false);
                    continue;
                }

                await AsyncSignal.WaitAsync(advanced, KeepInterval, cancellationToken).ConfigureAwait(false);
            }

            var events = position < mark
                ? await EventPage.ReadAsync(store, connection, position, mark, store.Projections.BatchSize, processor.Aliases, cancellationToken).ConfigureAwait(false)
                : [];
            var reached = events.Count == store.Projections.BatchSize ? events[^1].Sequence : Math.Max(position, mark);

            // A page without events of ours moves on in memory; to write that down each time would cost a commit for nothing.
            if (events.Count > 0 || Environment.TickCount64 - keptAt >= KeepInterval.TotalMilliseconds)
            {
                await CommitAsync(connection, events, kept, reached, cancellationToken).ConfigureAwait(false);
                (kept, keptAt) = (reached, Environment.TickCount64);
            }

            Move(reached);
            Succeed();
        }
    }

    private async Task CommitAsync(NpgsqlConnection connection, List<IEvent> events, long kept, long reached, CancellationToken cancellationToken)
    {
        var batch = new WriteBatch(store, Tenancy.DefaultTenantId);
        if (events.Count > 0) await processor.ProcessAsync(connection, events, batch, cancellationToken).ConfigureAwait(false);
        batch.Add(Command(store.Sql.MoveProgress, Parameter.Of(kept), Parameter.Of(reached)));
        await batch.ExecuteAsync(connection, cancellationToken).ConfigureAwait(false);
        if (batch.HasAppends) store.Committed();
    }

    private void Move(long position)
    {
        Volatile.Write(ref _position, position);
        _moved.Pulse();
    }

    private void Succeed()
    {
        _attempts = 0;
        _lastError = null;
        _failed.Reset();
        _state = ShardState.Running;
    }

    private async Task<long> StartProgressAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Command(store.Sql.StartProgress), Command(store.Sql.ReadProgress) } };
        return (long)(await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private async Task<long> KeptPositionAsync(CancellationToken cancellationToken)
    {
        await using var command = store.DataSource.CreateCommand(store.Sql.ReadProgress);
        command.Parameters.Add(Parameter.Of(processor.ProgressName));
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as long? ?? 0;
    }

    private async Task<bool> TryLockAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection);
        command.Parameters.Add(Parameter.Of(LockName));
        return (bool)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    // The lock belongs to the connection, which goes back to the pool and would keep it.
    private async Task UnlockAsync(NpgsqlConnection connection)
    {
        if (connection.State != System.Data.ConnectionState.Open) return;
        try
        {
            await using var command = new NpgsqlCommand("select pg_advisory_unlock(hashtextextended($1, 0))", connection);
            command.Parameters.Add(Parameter.Of(LockName));
            await command.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    private string LockName => $"EventStore:{store.Options.DatabaseSchemaName}:{Name}";

    private NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<NpgsqlParameter> more)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.Add(Parameter.Of(processor.ProgressName));
        foreach (var parameter in more) command.Parameters.Add(parameter);
        return command;
    }
}
