namespace EventStore;

internal sealed class ProjectionDaemon(DocumentStore store) : IProjectionDaemon
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Shard[] _shards = [.. store.Projections.Async.Select(processor => new Shard(store, processor))];
    private readonly Sealer? _sealer = store.Options.Events.Seals is { } seals ? new Sealer(store, seals) : null;
    private IAsyncDisposable? _following;

    public DaemonStatus Status =>
        new(_following is not null, store.HighWater.Mark, store.HighWater.LastError, [.. _shards.Select(shard => shard.Status), .. _sealer is null ? [] : new[] { _sealer.Status }]);

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_following is not null) return;
            _following = store.HighWater.Follow();
            foreach (var shard in _shards) shard.Start();
            _sealer?.Start();
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_following is null) return;
            await Task.WhenAll(_shards.Select(shard => shard.StopAsync())).ConfigureAwait(false);
            if (_sealer is not null) await _sealer.StopAsync().ConfigureAwait(false);
            await _following.DisposeAsync().ConfigureAwait(false);
            _following = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    public async Task WaitForAsync(string projectionName, long sequence, CancellationToken cancellationToken = default) =>
        await Find(projectionName).WaitForAsync(sequence, cancellationToken).ConfigureAwait(false);

    public Task WaitForAsync(long sequence, CancellationToken cancellationToken = default) =>
        Task.WhenAll(_shards.Select(shard => shard.WaitForAsync(sequence, cancellationToken)));

    public async Task RebuildProjectionAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        var shard = Find(projectionName);
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await using var following = store.HighWater.Follow();
            var mark = await store.HighWater.KnownMarkAsync(cancellationToken).ConfigureAwait(false);
            await shard.StopAsync().ConfigureAwait(false);
            try
            {
                await shard.ResetAsync(cancellationToken).ConfigureAwait(false);
                shard.Start();
                await shard.WaitForAsync(mark, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                if (_following is null) await shard.StopAsync().ConfigureAwait(false);
                else shard.Start();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    private Shard Find(string name) =>
        Array.Find(_shards, shard => shard.Name == name)
        ?? throw new InvalidStoreUseException(
            "PROJECTION_UNKNOWN",
            $"There is no asynchronous projection or subscription named '{name}'. There are: {string.Join(", ", _shards.Select(shard => shard.Name))}.");
}
