namespace EventStore;

/// <summary>Reads events of the session's tenant.</summary>
public interface IQueryEventStore
{
    /// <summary>The events of one stream in order; empty when there is no such stream. Those of archived streams too: they say so.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The last version to read; zero for all.</param>
    /// <param name="timestamp">The last moment to read; null for all.</param>
    /// <param name="fromVersion">The first version to read; zero for the beginning.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<IReadOnlyList<IEvent>> FetchStreamAsync(
        Identity stream, long version = 0, DateTimeOffset? timestamp = null, long fromVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>The events of one stream a page at a time, with bounded memory, however long it is.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="direction">Forwards is from the oldest to the newest.</param>
    /// <param name="fromVersion">Where to begin, this version included; zero for the first in that direction.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    IAsyncEnumerable<IEvent> ReadStreamAsync(
        Identity stream, ReadDirection direction = ReadDirection.Forwards, long fromVersion = 0, CancellationToken cancellationToken = default);

    /// <summary>What is known of a stream without reading its events; null when there is no such stream.</summary>
    Task<StreamState?> FetchStreamStateAsync(Identity stream, CancellationToken cancellationToken = default);

    /// <summary>Folds a stream into an aggregate; null when there is no such stream, or its events leave none.</summary>
    /// <typeparam name="T">A type that implements <see cref="IEvolve{TSelf}"/>, or the document of a registered single stream projection.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The last version to fold; zero for all.</param>
    /// <param name="timestamp">The last moment to fold; null for now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    Task<T?> AggregateStreamAsync<T>(Identity stream, long version = 0, DateTimeOffset? timestamp = null, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>
    /// One event by its identity, or null. Reads the whole log unless <see cref="EventOptions.EnableUniqueIndexOnEventId"/> is set: for support, not for hot paths.
    /// </summary>
    Task<IEvent?> LoadAsync(Guid eventId, CancellationToken cancellationToken = default);

    /// <summary>
    /// The log in order, from after a position, a page at a time, with bounded memory. Ends at the last event visible when it gets there;
    /// events of transactions still open may be passed over. To follow the log without loss use a subscription or <see cref="LogTail"/>.
    /// </summary>
    /// <param name="afterSequence">The last position not to read.</param>
    /// <param name="filter">What to read; null for all of the session's tenant. The database does the choosing.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    IAsyncEnumerable<IEvent> ReadAllAsync(long afterSequence = 0, LogFilter? filter = null, CancellationToken cancellationToken = default);
}
