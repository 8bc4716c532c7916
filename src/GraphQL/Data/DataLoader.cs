using System.ComponentModel;

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
    private readonly Dictionary<TKey, TaskCompletionSource<TResult>> _known = [];
    private List<TKey> _waiting = [];

    private protected DataLoader(DataLoaderScope scope, int maxBatchSize)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        _scope = scope;
        _maxBatchSize = maxBatchSize;
    }

    void IBatch.Start()
    {
        List<TKey> keys;
        lock (_gate)
        {
            keys = _waiting;
            _waiting = [];
        }
        foreach (var chunk in keys.Chunk(_maxBatchSize))
            _ = LoadAndPublishAsync(chunk);
    }

    private protected Task<TResult> LoadOneAsync(TKey key, CancellationToken cancellationToken)
    {
        Task<TResult> task;
        var isFirst = false;
        lock (_gate)
        {
            if (!_known.TryGetValue(key, out var source))
            {
                // Continuations run where the batch is published: resolvers that ask for more keys then all do so before the next dispatch.
                _known[key] = source = new TaskCompletionSource<TResult>();
                isFirst = _waiting.Count == 0;
                _waiting.Add(key);
            }
            task = source.Task;
        }
        if (isFirst)
            _scope.Wait(this);
        return cancellationToken.CanBeCanceled && cancellationToken != _scope.Cancellation ? task.WaitAsync(cancellationToken) : task;
    }

    private protected abstract Task<Func<TKey, TResult>> LoadKeysAsync(IReadOnlyList<TKey> keys, IServiceProvider services, CancellationToken cancellation);

    private async Task LoadAndPublishAsync(TKey[] keys)
    {
        try
        {
            var result = await LoadKeysAsync(keys, _scope.Services, _scope.Cancellation).ConfigureAwait(false);
            _scope.Post(() => Publish(keys, (source, key) => source.TrySetResult(result(key))));
        }
        catch (Exception exception)
        {
            _scope.Post(() => Publish(keys, (source, _) => source.TrySetException(exception)));
        }
    }

    private void Publish(TKey[] keys, Action<TaskCompletionSource<TResult>, TKey> complete)
    {
        foreach (var key in keys)
        {
            TaskCompletionSource<TResult> source;
            lock (_gate)
                source = _known[key];
            complete(source, key);
        }
    }
}
