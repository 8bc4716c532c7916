namespace GraphQL.Data;

/// <summary>Gathers keys that each have many values. It lives for one execution and asks for no key twice.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TValue">The type of one value.</typeparam>
public interface IGroupDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Loads a key's values with the next batch.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch itself goes on.</param>
    /// <returns>The values; empty when the key has none.</returns>
    Task<TValue[]> LoadAsync(TKey key, CancellationToken cancellationToken = default);
}
