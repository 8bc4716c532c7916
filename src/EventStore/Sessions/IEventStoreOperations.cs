namespace EventStore;

/// <summary>Reads and appends events. Nothing is written until the session saves.</summary>
public interface IEventStoreOperations : IQueryEventStore
{
    /// <summary>Starts a stream, which must not exist yet.</summary>
    /// <typeparam name="TAggregate">What the stream is about; its alias is kept with the stream.</typeparam>
    void StartStream<TAggregate>(Guid streamId, params object[] events) where TAggregate : class;

    /// <summary>Starts a stream of no declared kind, which must not exist yet.</summary>
    void StartStream(Guid streamId, params object[] events);

    /// <summary>Appends to a stream wherever it is, and starts it if there is none.</summary>
    void Append(Guid streamId, params object[] events);

    /// <summary>Appends to a stream if nobody else did meanwhile.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="expectedVersion">The version the stream has <em>after</em> these events, as in Marten: the version seen plus the number of events.</param>
    /// <param name="events">The events.</param>
    void Append(Guid streamId, long expectedVersion, params object[] events);

    /// <summary>Loads an aggregate to decide on. Appending to what is returned succeeds only if the stream is still where it was.</summary>
    /// <typeparam name="T">A type that implements <see cref="IEvolve{TSelf}"/>, or the document of a registered <see cref="SingleStreamProjection{TDoc}"/>.</typeparam>
    Task<IEventStream<T>> FetchForWriting<T>(Guid streamId, CancellationToken cancellationToken = default) where T : class;

    /// <summary>The same, for a caller who looked earlier.</summary>
    /// <typeparam name="T">As for the other form.</typeparam>
    /// <param name="streamId">The stream.</param>
    /// <param name="expectedVersion">The version the caller saw, which the stream must be at now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="EventStreamUnexpectedVersionException">The stream is elsewhere.</exception>
    Task<IEventStream<T>> FetchForWriting<T>(Guid streamId, long expectedVersion, CancellationToken cancellationToken = default) where T : class;
}
