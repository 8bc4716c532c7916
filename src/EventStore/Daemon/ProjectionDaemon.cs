namespace EventStore;

internal sealed class ProjectionDaemon : IProjectionDaemon
{
    private readonly DocumentStore _store;
    private readonly DaemonControl _control;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Shard[] _shards;
    private readonly Sealer? _sealer;
    private IAsyncDisposable? _following;
    private IDisposable? _observed;

    public ProjectionDaemon(DocumentStore store)
    {
        _store = store;
        _control = new DaemonControl(store);
        _shards = [.. store.Projections.Async.Select(processor => new Shard(store, processor, _control))];
        _sealer = store.Options.Events.Seals is { } seals ? new Sealer(store, seals) : null;
    }

    public DaemonStatus Status =>
        new(_following is not null, _store.HighWater.Mark, _store.HighWater.LastError, [.. _shards.Select(shard => shard.Status), .. _sealer is null ? [] : new[] { _sealer.Status }]);

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_following is not null) return;
            _following = _store.HighWater.Follow();
            _control.Start(OwnedNames);
            foreach (var shard in _shards) shard.Start();
            _sealer?.Start();
            _observed = _store.Telemetry.Observe(Measure);
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
            _observed?.Dispose();
            await Task.WhenAll(_shards.Select(shard => shard.StopAsync())).ConfigureAwait(false);
            if (_sealer is not null) await _sealer.StopAsync().ConfigureAwait(false);
            await _control.DisposeAsync().ConfigureAwait(false);
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

    public Task RebuildProjectionAsync(string projectionName, IProgress<RebuildProgress>? progress = null, CancellationToken cancellationToken = default) =>
        ProjectionRebuild.RunAsync(_store, _store.Projections.FindStored(projectionName), progress, cancellationToken);

    public Task<IReadOnlyList<ProjectionSummary>> ListAsync(CancellationToken cancellationToken = default) =>
        new ProjectionSurvey(_store).RunAsync(cancellationToken);

    public async Task PauseAsync(string projectionName, string reason, string by, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        Find(projectionName);
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await _control.PauseAsync(connection, projectionName, reason, by, null, cancellationToken).ConfigureAwait(false);
    }

    public async Task ResumeAsync(string projectionName, CancellationToken cancellationToken = default)
    {
        Find(projectionName);
        await using var connection = await _store.DataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await _control.ResumeAsync(connection, projectionName, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _turn.Dispose();
    }

    private DaemonMeasurement Measure() =>
        new(_store.HighWater.Mark, [.. _shards.Select(shard => shard.Status).Select(shard => new ProjectionMeasurement(shard.Name, shard.Lag, shard.LagTime, null))]);

    private string[] OwnedNames() => [.. _shards.Where(shard => shard.IsOwner).Select(shard => shard.Name)];

    private Shard Find(string name)
    {
        _store.Projections.FindAsync(name);
        return Array.Find(_shards, shard => shard.Name == name)!;
    }
}
