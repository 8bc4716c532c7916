using System.ComponentModel;

namespace GraphQL.Data;

/// <summary>The base of generated loaders whose keys each have many values.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TValue">The type of one value.</typeparam>
/// <param name="scope">The execution's loaders.</param>
/// <param name="maxBatchSize">The most keys in one call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GroupDataLoader<TKey, TValue>(DataLoaderScope scope, int maxBatchSize)
    : DataLoader<TKey, TValue[]>(scope, maxBatchSize), IGroupDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <inheritdoc/>
    public Task<TValue[]> LoadAsync(TKey key, CancellationToken cancellationToken = default) => LoadOneAsync(key, cancellationToken);

    /// <summary>Loads one batch.</summary>
    /// <param name="keys">The keys, each once.</param>
    /// <param name="services">The request's services.</param>
    /// <param name="cancellation">Cancelled when the request is.</param>
    /// <returns>The values found, by key.</returns>
    protected abstract Task<ILookup<TKey, TValue>> LoadAsync(
        IReadOnlyList<TKey> keys, IServiceProvider services, CancellationToken cancellation);

    private protected sealed override async Task<TValue[][]> LoadKeysAsync(TKey[] keys, IServiceProvider services, CancellationToken cancellation)
    {
        var values = await LoadAsync(keys, services, cancellation).ConfigureAwait(false);
        return Array.ConvertAll(keys, key => values[key].ToArray());
    }
}
