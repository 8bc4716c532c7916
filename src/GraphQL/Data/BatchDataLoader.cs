using System.ComponentModel;

namespace GraphQL.Data;

/// <summary>The base of generated loaders whose keys each have one value.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TValue">The value's type.</typeparam>
/// <param name="scope">The execution's loaders.</param>
/// <param name="maxBatchSize">The most keys in one call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BatchDataLoader<TKey, TValue>(DataLoaderScope scope, int maxBatchSize)
    : DataLoader<TKey, TValue?>(scope, maxBatchSize), IDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <inheritdoc/>
    public Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default) => LoadOneAsync(key, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return await Task.WhenAll(keys.Select(key => LoadOneAsync(key, cancellationToken))).ConfigureAwait(false);
    }

    /// <summary>Loads one batch.</summary>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="cancellation">Cancelled when the request is.</param>
    /// <returns>The values found, by key.</returns>
    protected abstract Task<IReadOnlyDictionary<TKey, TValue>> LoadAsync(
        IReadOnlyList<TKey> keys, IServiceProvider services, CancellationToken cancellation);

    private protected sealed override async Task<TValue?[]> LoadKeysAsync(TKey[] keys, IServiceProvider services, CancellationToken cancellation)
    {
        var values = await LoadAsync(keys, services, cancellation).ConfigureAwait(false);
        return Array.ConvertAll(keys, key => values.TryGetValue(key, out var value) ? value : default);
    }
}
