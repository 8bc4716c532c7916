using Npgsql;

namespace EventStore;

/// <summary>Reads events and documents of one tenant. Not thread safe.</summary>
public interface IQuerySession : IAsyncDisposable
{
    /// <summary>The events.</summary>
    IQueryEventStore Events { get; }

    /// <summary>The tenant whose streams are read.</summary>
    string TenantId { get; }

    /// <summary>The connection pool, for queries of your own.</summary>
    NpgsqlDataSource DataSource { get; }

    /// <summary>Loads one document, or null when there is none.</summary>
    Task<T?> LoadAsync<T>(Identity id, CancellationToken cancellationToken = default) where T : class;

    /// <summary>Loads several documents in one round trip; those that do not exist are left out, and the order is not promised.</summary>
    Task<IReadOnlyList<T>> LoadManyAsync<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken = default) where T : class;

    /// <summary>The same for documents identified by strings.</summary>
    Task<IReadOnlyList<T>> LoadManyAsync<T>(IReadOnlyCollection<string> ids, CancellationToken cancellationToken = default) where T : class;
}
