namespace EventStore;

/// <summary>Reads and appends events. Nothing is written until the session saves.</summary>
/// <remarks>
/// Everything that cannot be written is refused where it is appended, and leaves the unit of work as it was: no events
/// (<c>APPEND_EMPTY</c>), an identity that is empty or of the wrong kind, a type that is not registered
/// (<see cref="UnknownEventTypeException"/>), an event that is too large or does not become JSON (<see cref="InvalidEventException"/>).
/// </remarks>
public interface IEventStoreOperations : IQueryEventStore
{
    /// <summary>Starts a stream, which must not exist yet.</summary>
    /// <typeparam name="TAggregate">What the stream is about; its alias is kept with the stream.</typeparam>
    void StartStream<TAggregate>(Identity stream, params object[] events) where TAggregate : class;

    /// <summary>Starts a stream of no declared kind, which must not exist yet.</summary>
    void StartStream(Identity stream, params object[] events);

    /// <summary>Appends to a stream wherever it is, and starts it if there is none.</summary>
    void Append(Identity stream, params object[] events);

    /// <summary>Appends to a stream if nobody else did meanwhile.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version the stream has <em>after</em> these events, as in Marten: the version seen plus the number of events.</param>
    /// <param name="events">The events.</param>
    void Append(Identity stream, long expectedVersion, params object[] events);

    /// <summary>
    /// Takes the stream for this session alone until it saves or is disposed of, then appends. Whoever else wants to append waits, so that nobody meets a
    /// conflict. The session holds a connection and a transaction meanwhile: save soon.
    /// </summary>
    /// <exception cref="StreamLockedException">Others kept the stream for more than five seconds.</exception>
    Task AppendExclusive(Identity stream, CancellationToken cancellationToken, params object[] events);

    /// <summary>Loads an aggregate to decide on. Appending to what is returned succeeds only if the stream is still where it was.</summary>
    /// <typeparam name="T">A type that implements <see cref="IEvolve{TSelf}"/>, or the document of a registered single stream projection, whose document is used where it is kept inline.</typeparam>
    Task<IEventStream<T>> FetchForWriting<T>(Identity stream, CancellationToken cancellationToken = default) where T : class;

    /// <summary>The same, for a caller who looked earlier.</summary>
    /// <typeparam name="T">As for the other form.</typeparam>
    /// <param name="stream">The stream.</param>
    /// <param name="expectedVersion">The version the caller saw, which the stream must be at now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="EventStreamUnexpectedVersionException">The stream is elsewhere.</exception>
    Task<IEventStream<T>> FetchForWriting<T>(Identity stream, long expectedVersion, CancellationToken cancellationToken = default) where T : class;

    /// <summary>Takes the stream for this session alone, as <see cref="AppendExclusive"/> does, and loads its aggregate.</summary>
    /// <typeparam name="T">As for <see cref="FetchForWriting{T}(Identity, CancellationToken)"/>.</typeparam>
    /// <exception cref="StreamLockedException">Others kept the stream for more than five seconds.</exception>
    Task<IEventStream<T>> FetchForExclusiveWriting<T>(Identity stream, CancellationToken cancellationToken = default) where T : class;

    /// <summary>Archives a stream: nothing can be appended to it. It stays readable, and projections keep what they made of it. Nothing happens if it is archived or absent.</summary>
    void ArchiveStream(Identity stream);

    /// <summary>Takes a stream back from the archive. Nothing happens if it is not archived.</summary>
    void UnArchiveStream(Identity stream);
}
