namespace EventStore;

/// <summary>Reads events.</summary>
public interface IQueryEventStore
{
    /// <summary>The events of one stream in order; empty when there is no such stream.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The last version to read; zero for all.</param>
    /// <param name="fromVersion">The first version to read; zero for the beginning.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<IEvent>> FetchStreamAsync(Guid streamId, long version = 0, long fromVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>What is known of a stream without reading its events; null when there is no such stream.</summary>
    Task<StreamState?> FetchStreamStateAsync(Guid streamId, CancellationToken cancellationToken = default);

    /// <summary>Folds a stream into an aggregate; null when there is no such stream, or its events leave none.</summary>
    /// <typeparam name="T">A type that implements <see cref="IEvolve{TSelf}"/>, or the document of a registered <see cref="SingleStreamProjection{TDoc}"/>.</typeparam>
    /// <param name="streamId">The stream.</param>
    /// <param name="version">The last version to fold; zero for all.</param>
    /// <param name="timestamp">The last moment to fold; null for now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<T?> AggregateStreamAsync<T>(Guid streamId, long version = 0, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>One event by its identity, or null. Reads the whole log unless there is an index on <c>mt_events.id</c>: for support, not for hot paths.</summary>
    Task<IEvent?> LoadAsync(Guid eventId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The tenant's whole log in order, from after a position, a page at a time. Ends at the last event visible when it gets there;
    /// events of transactions still open may be passed over. To follow the log without loss use a subscription or <see cref="LogTail"/>.
    /// </summary>
    IAsyncEnumerable<IEvent> ReadAllAsync(long afterSequence = 0, CancellationToken cancellationToken = default);
}
