using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GraphQL.Data;

/// <summary>Gathers keys into batches. Generated loaders derive from <see cref="BatchDataLoader{TKey, TValue}"/> or <see cref="GroupDataLoader{TKey, TValue}"/>.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TResult">What one key gives.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class DataLoader<TKey, TResult> : IBatch
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly DataLoaderScope _scope;
    private readonly int _maxBatchSize;
    private readonly Dictionary<TKey, Load> _loads = [];
    private List<Load> _waiting = [];

    private protected DataLoader(DataLoaderScope scope, int maxBatchSize)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        _scope = scope;
        _maxBatchSize = maxBatchSize;
    }

    void IBatch.Start()
    {
        List<Load> loads;
        lock (_gate)
        {
            loads = _waiting;
            _waiting = [];
        }
        foreach (var chunk in loads.Chunk(_maxBatchSize))
            _ = LoadAndPublishAsync(chunk);
    }

    private protected Task<TResult> LoadOneAsync(TKey key, CancellationToken cancellationToken)
    {
        Task<TResult> task;
        var isFirst = false;
        lock (_gate)
        {
            ref var load = ref CollectionsMarshal.GetValueRefOrAddDefault(_loads, key, out var isKnown);
            if (isKnown)
            {
                task = load!.Join();
            }
            else
            {
                load = new Load(key);
                task = load.Task;
                isFirst = _waiting.Count == 0;
                _waiting.Add(load);
            }
        }
        if (isFirst)
            _scope.Wait(this);
        return cancellationToken.CanBeCanceled && cancellationToken != _scope.Cancellation ? task.WaitAsync(cancellationToken) : task;
    }

    /// <summary>Loads one batch.</summary>
    /// <returns>What each key gives, in the order of the keys.</returns>
    private protected abstract Task<TResult[]> LoadKeysAsync(TKey[] keys, IServiceProvider services, CancellationToken cancellation);

    private async Task LoadAndPublishAsync(Load[] loads)
    {
        try
        {
            var keys = Array.ConvertAll(loads, load => load.Key);
            var results = await LoadKeysAsync(keys, _scope.Services, _scope.Cancellation).ConfigureAwait(false);
            _scope.Post(() => Publish(loads, (waiter, index) => waiter.TrySetResult(results[index])));
        }
        catch (Exception exception)
        {
            _scope.Post(() => Publish(loads, (waiter, _) => waiter.TrySetException(exception)));
        }
    }

    private void Publish(Load[] loads, Action<TaskCompletionSource<TResult>, int> complete)
    {
        for (var i = 0; i < loads.Length; i++)
        {
            List<TaskCompletionSource<TResult>>? others;
            lock (_gate)
                others = loads[i].Close();
            complete(loads[i], i);
            if (others is null)
                continue;
            foreach (var other in others)
                complete(other, i);
        }
    }

    /// <summary>
    /// One key, and those who wait for it. Each has a task of its own: of several that wait for one task, all but one would go on elsewhere, and
    /// ask for their next keys only after the next dispatch. Continuations run where the batch is published for the same reason.
    /// </summary>
    private sealed class Load(TKey key) : TaskCompletionSource<TResult>
    {
        private List<TaskCompletionSource<TResult>>? _others;
        private bool _isClosed;

        public TKey Key { get; } = key;

        public Task<TResult> Join()
        {
            if (_isClosed)
                return Task;
            var other = new TaskCompletionSource<TResult>();
            (_others ??= []).Add(other);
            return other.Task;
        }

        public List<TaskCompletionSource<TResult>>? Close()
        {
            _isClosed = true;
            return _others;
        }
    }
}
