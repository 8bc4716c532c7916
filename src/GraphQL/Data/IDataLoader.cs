namespace GraphQL.Data;

/// <summary>Gathers the keys that many resolvers ask for and loads them in one call. It lives for one execution and asks for no key twice.</summary>
/// <typeparam name="TKey">The key's type.</typeparam>
/// <typeparam name="TValue">The value's type.</typeparam>
public interface IDataLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>Loads a value with the next batch.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch itself goes on.</param>
    /// <returns>The value, or the type's default when the key has none.</returns>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>Loads several values with the next batch.</summary>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Gives up waiting; the batch itself goes on.</param>
    /// <returns>The values in the order of the keys, the type's default where a key has none.</returns>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);
}
